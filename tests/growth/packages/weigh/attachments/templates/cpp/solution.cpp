#include "signature.h"

// Weighs numbers.
//
// Example:
//     weigh(numbers = [1, 2])
//     returns 0
int weigh(const std::vector<int> &numbers)
{
    // Your code.
    (void) numbers;
    return 0;
}
