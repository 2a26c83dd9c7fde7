/* What find_stretch is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_string {
    size_t count;
    char **items;
};

struct list_int {
    size_t count;
    int *items;
};

struct list_int find_stretch(struct list_string tenants, int limit);

#endif
