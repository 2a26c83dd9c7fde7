// Slow: O(capacity) a call, searches an array of sessions, 64 at a time with vector instructions.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <limits.h>
#include <stdlib.h>

enum { BLOCK = 64 };

struct session_cache {
    int capacity, count, now;
    int *sessions, *users, *uses; /* uses: when each was used last */
};

static int any_equal(const int *at, int value)
{
    int any = 0;

    for (int i = 0; i < BLOCK; i++)
        any |= at[i] == value;
    return any;
}

static int search(const int *values, int count, int value)
{
    for (int at = 0; at < count; at += BLOCK) {
        if (!any_equal(values + at, value))
            continue;
        for (int i = at; i < count && i < at + BLOCK; i++)
            if (values[i] == value)
                return i;
    }
    return count;
}

static int oldest(struct session_cache *self)
{
    int least = INT_MAX;

    for (int i = 0; i < self->count; i++)
        least = self->uses[i] < least ? self->uses[i] : least;
    return search(self->uses, self->count, least);
}

struct session_cache *session_cache_new(int capacity)
{
    struct session_cache *self = calloc(1, sizeof(*self));

    self->capacity = capacity;
    self->sessions = calloc((size_t) capacity + BLOCK, sizeof(int));
    self->users = calloc((size_t) capacity, sizeof(int));
    self->uses = calloc((size_t) capacity + BLOCK, sizeof(int));
    return self;
}

struct optional_int session_cache_open(struct session_cache *self, int session, int user)
{
    struct optional_int gone = { 0 };
    int at = search(self->sessions, self->count, session);

    if (at == self->capacity) {
        at = oldest(self);
        gone = (struct optional_int){ true, self->sessions[at] };
    } else if (at == self->count) {
        self->count++;
    }
    self->sessions[at] = session;
    self->users[at] = user;
    self->uses[at] = ++self->now;
    return gone;
}

struct optional_int session_cache_find(struct session_cache *self, int session)
{
    int at = search(self->sessions, self->count, session);

    if (at == self->count)
        return (struct optional_int){ 0 };
    self->uses[at] = ++self->now;
    return (struct optional_int){ true, self->users[at] };
}

bool session_cache_close(struct session_cache *self, int session)
{
    int at = search(self->sessions, self->count, session), last = self->count - 1;

    if (at == self->count)
        return false;
    self->sessions[at] = self->sessions[last];
    self->users[at] = self->users[last];
    self->uses[at] = self->uses[last];
    self->count--;
    return true;
}
