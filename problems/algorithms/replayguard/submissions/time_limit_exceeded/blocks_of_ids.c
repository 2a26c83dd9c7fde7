// Slow: O(n) a call, looks for the id among all that are remembered, 64 at a time with vector instructions.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 };

struct replay_guard {
    int window;
    size_t oldest, end, room; /* remembered: from oldest to end; behind it -1 */
    int *ids, *times;
};

static int any_equal(const int *at, int id)
{
    int any = 0;

    for (int i = 0; i < BLOCK; i++)
        any |= at[i] == id;
    return any;
}

static void grow(struct replay_guard *self)
{
    size_t room = 2 * self->room + BLOCK;

    self->ids = realloc(self->ids, (room + BLOCK) * sizeof(int));
    self->times = realloc(self->times, room * sizeof(int));
    memset(self->ids + self->end, -1, (room + BLOCK - self->end) * sizeof(int));
    self->room = room;
}

struct replay_guard *replay_guard_new(int window)
{
    struct replay_guard *self = calloc(1, sizeof(*self));

    self->window = window;
    grow(self);
    return self;
}

int replay_guard_remembered(struct replay_guard *self, int time)
{
    while (self->oldest < self->end && time - self->times[self->oldest] >= self->window)
        self->oldest++;
    return (int) (self->end - self->oldest);
}

bool replay_guard_accept(struct replay_guard *self, int id, int time)
{
    replay_guard_remembered(self, time);
    for (size_t at = self->oldest; at < self->end; at += BLOCK)
        if (any_equal(self->ids + at, id))
            return false;
    if (self->end == self->room)
        grow(self);
    self->ids[self->end] = id;
    self->times[self->end++] = time;
    return true;
}
