#include "signature.h"

// Counts the stretches of days whose changes add up to exactly the budget.
//
// Example:
//     count_stretches(deltas = [30, 20, -10, 40, -40], budget = 40)
//     returns 3
long long count_stretches(const std::vector<int> &deltas, int budget)
{
    // Your code.
    (void) deltas;
    (void) budget;
    return 0;
}
