#include "signature.h"

/*
 * Finds for each event the sample that was taken nearest to it.
 * Returns the positions of those samples, counted from 0, in the order of the events.
 *
 * Example:
 *     nearest_samples(events = [-3, 4, 5, 40], samples = [0, 5, 5, 10])
 *     returns [0, 1, 1, 3]
 */
struct list_int nearest_samples(struct list_int events, struct list_int samples)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) events;
    (void) samples;
    return (struct list_int){ 0 };
}
