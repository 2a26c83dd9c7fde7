#include "signature.h"

/*
 * Finds the most capacity that one job can reserve on hosts that stand next to each other,
 * taking the same amount on each of them.
 *
 * Example:
 *     largest_block(capacity = [3, 7, 5, 6, 2, 4])
 *     returns 15
 */
long long largest_block(struct list_int capacity)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) capacity;
    return 0;
}
