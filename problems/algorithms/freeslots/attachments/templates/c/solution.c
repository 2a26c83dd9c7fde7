#include "signature.h"

/*
 * Finds the stretches between 0 and horizon in which nothing is booked and which last at least length.
 * Returns them as [start, end], in the order of time; an empty list if there are none.
 *
 * Example:
 *     free_slots(bookings = [[12, 14], [3, 9], [5, 6], [17, 18]], horizon = 20, length = 3)
 *     returns [[0, 3], [9, 12], [14, 17]]
 */
struct list_list_int free_slots(struct list_list_int bookings, int horizon, int length)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) bookings;
    (void) horizon;
    (void) length;
    return (struct list_list_int){ 0 };
}
