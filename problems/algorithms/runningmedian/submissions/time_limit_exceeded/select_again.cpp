// Slow: O(n^2), selects the median again after each arrival, in linear time.
#include "signature.h"

#include <algorithm>

std::vector<int> running_medians(const std::vector<int> &latencies)
{
    std::vector<int> arrived, medians;

    for (int latency : latencies) {
        arrived.push_back(latency);
        auto middle = arrived.begin() + (arrived.size() - 1) / 2;
        std::nth_element(arrived.begin(), middle, arrived.end());
        medians.push_back(*middle);
    }
    return medians;
}
