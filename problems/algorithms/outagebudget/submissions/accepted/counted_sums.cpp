// O(n): an unordered_map from each prefix sum to how often it occurred.
#include "signature.h"

#include <unordered_map>

long long count_stretches(const std::vector<int> &deltas, int budget)
{
    std::unordered_map<long long, int> seen;
    long long sum = 0, count = 0;

    seen.reserve(2 * deltas.size());
    seen[0] = 1;
    for (int delta : deltas) {
        sum += delta;
        auto before = seen.find(sum - budget);
        if (before != seen.end())
            count += before->second;
        seen[sum]++;
    }
    return count;
}
