// Slow: O(n^2), inserts each latency into a sorted array: what is behind it has to move.
#include "signature.h"

#include <algorithm>

std::vector<int> running_medians(const std::vector<int> &latencies)
{
    std::vector<int> sorted, medians;

    for (int latency : latencies) {
        sorted.insert(std::upper_bound(sorted.begin(), sorted.end(), latency), latency);
        medians.push_back(sorted[(sorted.size() - 1) / 2]);
    }
    return medians;
}
