#include "signature.h"

// Finds the longest streak of consecutive ids, whatever their order.
// Returns its first id and its length; of several streaks, the one with the smallest first id.
//
// Example:
//     longest_streak(ids = [104, 7, 101, 103, 6, 102, 101])
//     returns [101, 4]
std::vector<int> longest_streak(const std::vector<int> &ids)
{
    // Your code.
    (void) ids;
    return {};
}
