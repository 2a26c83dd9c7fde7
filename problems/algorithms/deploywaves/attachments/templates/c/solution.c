#include "signature.h"

/*
 * Finds for each service the wave in which it is deployed, counted from 1.
 * dependencies[i] lists the services that service i depends on.
 * Returns an empty list if the services cannot be deployed, because some wait for each other.
 *
 * Example:
 *     deploy_waves(dependencies = [[2, 1], [2], [], [2]])
 *     returns [3, 2, 1, 2]
 */
struct list_int deploy_waves(struct list_list_int dependencies)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) dependencies;
    return (struct list_int){ 0 };
}
