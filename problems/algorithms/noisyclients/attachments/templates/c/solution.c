#include "signature.h"

/*
 * Finds the k clients with the most requests, or all if there are fewer.
 * The one with the most comes first; of those with equally many, the one whose name comes first.
 *
 * Example:
 *     noisiest(requests = ["web", "cron", "web", "app", "cron", "web", "batch"], k = 3)
 *     returns ["web", "cron", "app"]
 */
struct list_string noisiest(struct list_string requests, int k)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) requests;
    (void) k;
    return (struct list_string){ 0 };
}
