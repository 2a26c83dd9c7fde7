#include "signature.h"

// Marks the free cells of all sealed rooms with 2, in place.
// Returns the number of sealed rooms.
//
// Example:
//     seal_rooms(plan = [[1, 1, 1, 1, 1], [1, 0, 1, 0, 0], [1, 0, 1, 1, 1], [1, 1, 0, 1, 0]])
//     returns 1, plan = [[1, 1, 1, 1, 1], [1, 2, 1, 0, 0], [1, 2, 1, 1, 1], [1, 1, 0, 1, 0]]
int seal_rooms(std::vector<std::vector<int>> &plan)
{
    // Your code.
    (void) plan;
    return 0;
}
