/* What nearest_samples is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_int {
    size_t count;
    int *items;
};

struct list_int nearest_samples(struct list_int events, struct list_int samples);

#endif
