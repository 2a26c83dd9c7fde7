#include "signature.h"

// Counts the edits that turn one configuration into another.
// An edit inserts a line, deletes a line, or replaces a line; returns the fewest that are needed.
//
// Example:
//     fewest_edits(current = ["listen 80", "root /srv", "gzip on"], wanted = ["user www", "listen 80", "gzip off"])
//     returns 3
int fewest_edits(const std::vector<std::string> &current, const std::vector<std::string> &wanted)
{
    // Your code.
    (void) current;
    (void) wanted;
    return 0;
}
