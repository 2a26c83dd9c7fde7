#include "signature.h"

/*
 * Finds the shortest stretch of the log that has every required service as often as it is required.
 * Returns the position of its first line and the position behind its last line, counted from 0; the
 * first of the shortest stretches; an empty list if there is none.
 *
 * Example:
 *     find_window(lines = [7, 3, 5, 3, 7, 3, 9, 5], required = [3, 7, 3])
 *     returns [3, 6]
 */
struct list_int find_window(struct list_int lines, struct list_int required)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) lines;
    (void) required;
    return (struct list_int){ 0 };
}
