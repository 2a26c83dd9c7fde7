/* What first_connected is called with. Generated from interview.yaml: do not edit. */
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

int first_connected(int nodes, struct list_list_int links);

#endif
