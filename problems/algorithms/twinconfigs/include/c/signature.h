/* What group_twins is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_string {
    size_t count;
    char **items;
};

struct list_list_string {
    size_t count;
    struct list_string *items;
};

struct list_int {
    size_t count;
    int *items;
};

struct list_list_int {
    size_t count;
    struct list_int *items;
};

struct list_list_int group_twins(struct list_list_string configs);

#endif
