// Slow: O(n^2), tries every end for every start, unless the start cannot beat the best run any more.
#include "signature.h"

#include <algorithm>

long long largest_block(const std::vector<int> &capacity)
{
    size_t n = capacity.size();
    long long best = 0;

    for (size_t start = 0; start < n; start++) {
        long long least = capacity[start];
        for (size_t end = start + 1; end <= n && least * (long long) (n - start) > best; end++) {
            least = std::min<long long>(least, capacity[end - 1]);
            best = std::max(best, least * (long long) (end - start));
        }
    }
    return best;
}
