#include "signature.h"

/*
 * Serves requests in their order, as far as the quotas of the teams allow.
 * Returns how many requests of each team were refused; only teams with a refused request are in it.
 *
 * Example:
 *     refused_requests(quotas = {"*": 2, "api": 1, "web": 0}, requests = ["api", "ml", "web", "api", "qa", "ml", "api"])
 *     returns {"api": 2, "ml": 1, "web": 1}
 */
struct map_string_int refused_requests(struct map_string_int quotas, struct list_string requests)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) quotas;
    (void) requests;
    return (struct map_string_int){ 0 };
}
