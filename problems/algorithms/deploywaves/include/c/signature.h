/* What deploy_waves is called with. Generated from interview.yaml: do not edit. */
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

struct list_int deploy_waves(struct list_list_int dependencies);

#endif
