/* What match_routes is called with. Generated from interview.yaml: do not edit. */
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

struct list_int match_routes(struct list_string routes, struct list_string paths);

#endif
