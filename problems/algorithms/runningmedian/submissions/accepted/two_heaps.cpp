// O(n log n): a max-heap with the lower half, a min-heap with the upper half.
#include "signature.h"

#include <functional>
#include <queue>

std::vector<int> running_medians(const std::vector<int> &latencies)
{
    std::priority_queue<int> lower; // as many as in upper, or one more
    std::priority_queue<int, std::vector<int>, std::greater<int>> upper;
    std::vector<int> medians;

    for (int latency : latencies) {
        if (lower.empty() || latency <= lower.top())
            lower.push(latency);
        else
            upper.push(latency);
        if (lower.size() > upper.size() + 1) {
            upper.push(lower.top());
            lower.pop();
        } else if (lower.size() < upper.size()) {
            lower.push(upper.top());
            upper.pop();
        }
        medians.push_back(lower.top());
    }
    return medians;
}
