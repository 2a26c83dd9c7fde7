/* What costliest_path is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct tree_node {
    int value;
    struct tree_node *left, *right;
};

long long costliest_path(struct tree_node *root);

#endif
