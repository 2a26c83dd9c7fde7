// Slow: O(n^2) when the capacities are sorted; splits the row at its smallest host.
#include "signature.h"

#include <algorithm>

static long long best_within(const std::vector<int> &capacity, size_t low, size_t high)
{
    if (low == high)
        return 0;
    size_t least = std::min_element(capacity.begin() + low, capacity.begin() + high) - capacity.begin();
    long long all = static_cast<long long>(capacity[least]) * (long long) (high - low);
    return std::max({all, best_within(capacity, low, least), best_within(capacity, least + 1, high)});
}

long long largest_block(const std::vector<int> &capacity)
{
    return best_within(capacity, 0, capacity.size());
}
