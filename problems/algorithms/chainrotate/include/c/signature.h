/* What turn_groups is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_node {
    int value;
    struct list_node *next;
};

struct list_node *turn_groups(struct list_node *chain, int k);

#endif
