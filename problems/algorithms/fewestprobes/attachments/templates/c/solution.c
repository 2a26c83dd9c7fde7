#include "signature.h"

/*
 * Finds how few packets carry the given number of bytes exactly.
 * Returns their number, or -1 if no packets do.
 *
 * Example:
 *     fewest_packets(sizes = [1, 6, 9], total = 12)
 *     returns 2
 */
int fewest_packets(struct list_int sizes, int total)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) sizes;
    (void) total;
    return 0;
}
