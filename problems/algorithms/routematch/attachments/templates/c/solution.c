#include "signature.h"

/*
 * Finds for each path the position of the longest route that is a prefix of it by whole segments,
 * or -1. If the same route stands in the list several times, the first one counts.
 *
 * Example:
 *     match_routes(routes = ["/api", "/api/users", "/", "/api/users/list"], paths = ["/api/users/42", "/apis", "/api", "/api/users/list/all"])
 *     returns [1, 2, 0, 3]
 */
struct list_int match_routes(struct list_string routes, struct list_string paths)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) routes;
    (void) paths;
    return (struct list_int){ 0 };
}
