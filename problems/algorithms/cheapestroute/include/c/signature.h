/* What cheapest_route is called with. Generated from interview.yaml: do not edit. */
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

long long cheapest_route(int sites, struct list_list_int links, int source, int target);

#endif
