/* What weigh is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_int {
    size_t count;
    int *items;
};

int weigh(struct list_int numbers);

#endif
