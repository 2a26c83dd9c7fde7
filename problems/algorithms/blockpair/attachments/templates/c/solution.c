#include "signature.h"

/*
 * Finds two segments whose sizes fill a block exactly.
 * Returns their positions, counted from 0, the smaller one first; an empty list if there are none.
 *
 * Example:
 *     find_pair(sizes = [5, 3, 9, 3, 11], block = 14)
 *     returns [0, 2]
 */
struct list_int find_pair(struct list_int sizes, int block)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) sizes;
    (void) block;
    return (struct list_int){ 0 };
}
