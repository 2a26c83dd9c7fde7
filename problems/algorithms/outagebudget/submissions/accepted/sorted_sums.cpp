// O(n log n): no hashing. Prefix sums sorted with their positions; partners are found by bisection.
#include "signature.h"

#include <algorithm>
#include <utility>

long long count_stretches(const std::vector<int> &deltas, int budget)
{
    std::vector<std::pair<long long, int>> sums = {{0, 0}};
    long long count = 0;

    for (int delta : deltas)
        sums.push_back({sums.back().first + delta, static_cast<int>(sums.size())});
    std::sort(sums.begin(), sums.end());
    for (const auto &[sum, end] : sums) {
        auto first = std::lower_bound(sums.begin(), sums.end(), std::pair(sum - budget, 0));
        auto behind = std::lower_bound(first, sums.end(), std::pair(sum - budget, end));
        count += behind - first;
    }
    return count;
}
