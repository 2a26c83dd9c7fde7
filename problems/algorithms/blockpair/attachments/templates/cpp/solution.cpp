#include "signature.h"

// Finds two segments whose sizes fill a block exactly.
// Returns their positions, counted from 0, the smaller one first; an empty list if there are none.
//
// Example:
//     find_pair(sizes = [5, 3, 9, 3, 11], block = 14)
//     returns [0, 2]
std::vector<int> find_pair(const std::vector<int> &sizes, int block)
{
    // Your code.
    (void) sizes;
    (void) block;
    return {};
}
