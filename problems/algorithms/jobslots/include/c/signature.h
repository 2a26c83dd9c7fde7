/* What assign_jobs is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_int {
    size_t count;
    int *items;
};

struct list_int assign_jobs(struct list_int arrivals, struct list_int durations, int workers);

#endif
