#include "signature.h"

#include <stdlib.h>

/*
 * Lets each client make at most so many requests within any window of time.
 *
 * Example:
 *     RateLimiter(2, 10), allow("web", 3), allow("web", 8), allow("web", 12), remaining("web", 12), allow("web", 13), remaining("app", 13), remaining("web", 18)
 *     gives true, true, false, 0, true, 2, 1
 */
struct rate_limiter {
    int placeholder; /* Your fields. */
};

struct rate_limiter *rate_limiter_new(int limit, int window)
{
    (void) limit;
    (void) window;
    return calloc(1, sizeof(struct rate_limiter));
}

/*
 * Decides about a request that a client makes now.
 * Returns true if it is allowed, and it counts from now on; false if it is refused.
 */
bool rate_limiter_allow(struct rate_limiter *self, char *client, int time)
{
    (void) self;
    (void) client;
    (void) time;
    return false;
}

/*
 * Returns how many requests the client could still make now. This is no request.
 */
int rate_limiter_remaining(struct rate_limiter *self, char *client, int time)
{
    (void) self;
    (void) client;
    (void) time;
    return 0;
}
