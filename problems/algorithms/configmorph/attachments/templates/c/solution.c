#include "signature.h"

/*
 * Finds the fewest single changes that lead from one configuration to another through valid ones.
 * Returns their number, or -1 if there is no way.
 *
 * Example:
 *     fewest_changes(current = "aac", wanted = "bbc", valid = ["acc", "bcc", "bbc", "aad", "bbd"])
 *     returns 3
 */
int fewest_changes(char *current, char *wanted, struct list_string valid)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) current;
    (void) wanted;
    (void) valid;
    return 0;
}
