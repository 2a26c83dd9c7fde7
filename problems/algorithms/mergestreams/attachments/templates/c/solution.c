#include "signature.h"

/*
 * Merges sorted streams of events into one order of delivery.
 * Returns the number of the stream that each delivered event comes from, counted from 0.
 *
 * Example:
 *     merge_streams(streams = [[3, 8, 8], [], [1, 8, 9]])
 *     returns [2, 0, 0, 0, 2, 2]
 */
struct list_int merge_streams(struct list_list_int streams)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) streams;
    return (struct list_int){ 0 };
}
