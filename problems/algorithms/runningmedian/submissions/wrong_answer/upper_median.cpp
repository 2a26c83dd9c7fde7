// Mistake: the upper one of the two in the middle; 03-falling-2.
#include "signature.h"

#include <functional>
#include <queue>

std::vector<int> running_medians(const std::vector<int> &latencies)
{
    std::priority_queue<int> lower;
    std::priority_queue<int, std::vector<int>, std::greater<int>> upper; // as many as in lower, or one more
    std::vector<int> medians;

    for (int latency : latencies) {
        upper.push(latency);
        lower.push(upper.top());
        upper.pop();
        if (lower.size() > upper.size()) {
            upper.push(lower.top());
            lower.pop();
        }
        medians.push_back(upper.top());
    }
    return medians;
}
