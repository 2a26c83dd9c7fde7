#include "signature.h"

// Finds the fewest single changes that lead from one configuration to another through valid ones.
// Returns their number, or -1 if there is no way.
//
// Example:
//     fewest_changes(current = "aac", wanted = "bbc", valid = ["acc", "bcc", "bbc", "aad", "bbd"])
//     returns 3
int fewest_changes(const std::string &current, const std::string &wanted, const std::vector<std::string> &valid)
{
    // Your code.
    (void) current;
    (void) wanted;
    (void) valid;
    return 0;
}
