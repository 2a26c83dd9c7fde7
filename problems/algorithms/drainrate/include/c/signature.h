/* What drain_rate is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_int {
    size_t count;
    int *items;
};

int drain_rate(struct list_int queues, long long hours);

#endif
