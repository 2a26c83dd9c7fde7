/* What fewest_edits is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_string {
    size_t count;
    char **items;
};

int fewest_edits(struct list_string current, struct list_string wanted);

#endif
