#include "signature.h"

/*
 * Counts the edits that turn one configuration into another.
 * An edit inserts a line, deletes a line, or replaces a line; returns the fewest that are needed.
 *
 * Example:
 *     fewest_edits(current = ["listen 80", "root /srv", "gzip on"], wanted = ["user www", "listen 80", "gzip off"])
 *     returns 3
 */
int fewest_edits(struct list_string current, struct list_string wanted)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) current;
    (void) wanted;
    return 0;
}
