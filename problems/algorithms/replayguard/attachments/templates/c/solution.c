#include "signature.h"

#include <stdlib.h>

/*
 * Refuses messages whose id was accepted within the last window seconds.
 * The times of all calls do not decrease.
 *
 * Example:
 *     ReplayGuard(10), accept(7, 0), accept(7, 6), accept(8, 6), remembered(9), accept(7, 10), remembered(15)
 *     gives true, false, true, 2, true, 2
 */
struct replay_guard {
    int placeholder; /* Your fields. */
};

struct replay_guard *replay_guard_new(int window)
{
    (void) window;
    return calloc(1, sizeof(struct replay_guard));
}

/*
 * Returns false if the id is remembered, and changes nothing.
 * Otherwise returns true, and remembers the id from time to time + window - 1.
 */
bool replay_guard_accept(struct replay_guard *self, int id, int time)
{
    (void) self;
    (void) id;
    (void) time;
    return false;
}

/*
 * Returns how many ids are remembered at that time.
 */
int replay_guard_remembered(struct replay_guard *self, int time)
{
    (void) self;
    (void) time;
    return 0;
}
