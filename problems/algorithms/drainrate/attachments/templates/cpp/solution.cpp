#include "signature.h"

// Finds the smallest rate, in messages per hour, with which all queues are drained in time. In each
// hour the worker is at one queue.
// Returns -1 if no rate is high enough.
//
// Example:
//     drain_rate(queues = [7, 3, 12], hours = 6)
//     returns 4
int drain_rate(const std::vector<int> &queues, long long hours)
{
    // Your code.
    (void) queues;
    (void) hours;
    return 0;
}
