/* What noisiest is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_string {
    size_t count;
    char **items;
};

struct list_string noisiest(struct list_string requests, int k);

#endif
