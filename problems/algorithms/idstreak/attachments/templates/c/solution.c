#include "signature.h"

/*
 * Finds the longest streak of consecutive ids, whatever their order.
 * Returns its first id and its length; of several streaks, the one with the smallest first id.
 *
 * Example:
 *     longest_streak(ids = [104, 7, 101, 103, 6, 102, 101])
 *     returns [101, 4]
 */
struct list_int longest_streak(struct list_int ids)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) ids;
    return (struct list_int){ 0 };
}
