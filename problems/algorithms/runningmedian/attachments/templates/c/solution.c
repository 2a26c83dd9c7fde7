#include "signature.h"

/*
 * Follows the median of a sequence of latencies as they arrive.
 * Returns the lower median of the first 1, 2, 3, ... latencies.
 *
 * Example:
 *     running_medians(latencies = [40, 90, 20, 30, 70])
 *     returns [40, 40, 40, 30, 40]
 */
struct list_int running_medians(struct list_int latencies)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) latencies;
    return (struct list_int){ 0 };
}
