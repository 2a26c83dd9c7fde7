/* Mistake: an id takes the place of another one with the same hash, which is then forgotten; 32-crowd-300000. */
/* With a million places, only large inputs show it. */
#include "signature.h"

#include <stdlib.h>

enum { BITS = 20, SLOTS = 1 << BITS, MAX_CALLS = 300000 };

struct replay_guard {
    int window, oldest, accepted;
    int ids[SLOTS], times[SLOTS];
    int accepted_at[MAX_CALLS];
};

struct replay_guard *replay_guard_new(int window)
{
    struct replay_guard *self = calloc(1, sizeof(struct replay_guard));

    self->window = window;
    for (int slot = 0; slot < SLOTS; slot++)
        self->ids[slot] = -1;
    return self;
}

bool replay_guard_accept(struct replay_guard *self, int id, int time)
{
    const unsigned slot = (unsigned) id * 2654435761u >> (32 - BITS);

    if (self->ids[slot] == id && time - self->times[slot] < self->window)
        return false;
    self->ids[slot] = id;
    self->times[slot] = time;
    self->accepted_at[self->accepted++] = time;
    return true;
}

int replay_guard_remembered(struct replay_guard *self, int time)
{
    while (self->oldest < self->accepted && time - self->accepted_at[self->oldest] >= self->window)
        self->oldest++;
    return self->accepted - self->oldest;
}
