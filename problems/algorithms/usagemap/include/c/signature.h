/* What refused_requests is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct map_string_int_entry {
    char *key;
    int value;
};
struct map_string_int {
    size_t count;
    struct map_string_int_entry *entries; /* in any order */
};

struct list_string {
    size_t count;
    char **items;
};

struct map_string_int refused_requests(struct map_string_int quotas, struct list_string requests);

#endif
