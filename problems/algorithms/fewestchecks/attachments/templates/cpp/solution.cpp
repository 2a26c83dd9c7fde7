#include "signature.h"

// Returns the least number of moments such that each window has one of them in it. Window i is open
// from opens[i] to closes[i], both included.
//
// Example:
//     fewest_checks(opens = [1, 2, 7, 6], closes = [5, 3, 9, 12])
//     returns 2
int fewest_checks(const std::vector<int> &opens, const std::vector<int> &closes)
{
    // Your code.
    (void) opens;
    (void) closes;
    return 0;
}
