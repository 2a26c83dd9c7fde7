/* What session_cache is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct optional_int {
    bool present;
    int value; /* when present */
};

struct session_cache *session_cache_new(int capacity);
struct optional_int session_cache_open(struct session_cache *self, int session, int user);
struct optional_int session_cache_find(struct session_cache *self, int session);
bool session_cache_close(struct session_cache *self, int session);

#endif
