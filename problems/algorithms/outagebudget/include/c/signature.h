/* What count_stretches is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_int {
    size_t count;
    int *items;
};

long long count_stretches(struct list_int deltas, int budget);

#endif
