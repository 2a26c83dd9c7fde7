#include "signature.h"

/*
 * Marks the free cells of all sealed rooms with 2, in place.
 * Returns the number of sealed rooms.
 *
 * Example:
 *     seal_rooms(plan = [[1, 1, 1, 1, 1], [1, 0, 1, 0, 0], [1, 0, 1, 1, 1], [1, 1, 0, 1, 0]])
 *     returns 1, plan = [[1, 1, 1, 1, 1], [1, 2, 1, 0, 0], [1, 2, 1, 1, 1], [1, 1, 0, 1, 0]]
 */
int seal_rooms(struct matrix_int plan)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) plan;
    return 0;
}
