#include "signature.h"

// Counts the groups of three different containers that take at most quota together.
//
// Example:
//     count_triples(memory = [4, 1, 3, 2, 6], quota = 9)
//     returns 5
long long count_triples(const std::vector<int> &memory, int quota)
{
    // Your code.
    (void) memory;
    (void) quota;
    return 0;
}
