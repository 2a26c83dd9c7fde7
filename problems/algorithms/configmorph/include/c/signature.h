/* What fewest_changes is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct list_string {
    size_t count;
    char **items;
};

int fewest_changes(char *current, char *wanted, struct list_string valid);

#endif
