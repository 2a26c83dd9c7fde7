// O(n): the nearest smaller host on either side, found by jumping from smaller to smaller.
#include "signature.h"

#include <algorithm>

long long largest_block(const std::vector<int> &capacity)
{
    int n = static_cast<int>(capacity.size());
    std::vector<int> left(n), right(n);
    long long best = 0;

    for (int i = 0; i < n; i++) {
        left[i] = i - 1;
        while (left[i] >= 0 && capacity[left[i]] >= capacity[i])
            left[i] = left[left[i]];
    }
    for (int i = n - 1; i >= 0; i--) {
        right[i] = i + 1;
        while (right[i] < n && capacity[right[i]] >= capacity[i])
            right[i] = right[right[i]];
        best = std::max(best, static_cast<long long>(capacity[i]) * (right[i] - left[i] - 1));
    }
    return best;
}
