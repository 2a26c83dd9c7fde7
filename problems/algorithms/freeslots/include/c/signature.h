/* What free_slots is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_int {
    size_t count;
    int *items;
};

struct list_list_int {
    size_t count;
    struct list_int *items;
};

struct list_list_int free_slots(struct list_list_int bookings, int horizon, int length);

#endif
