// Mistake: two pointers over the sorted sizes find a pair, not the first; 16-several-301.
#include "signature.h"

#include <algorithm>
#include <numeric>

std::vector<int> find_pair(const std::vector<int> &sizes, int block)
{
    std::vector<int> order(sizes.size());

    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int one, int two) { return sizes[one] < sizes[two]; });
    for (size_t low = 0, high = order.size() - 1; low < high;) {
        int sum = sizes[order[low]] + sizes[order[high]];
        if (sum == block)
            return {std::min(order[low], order[high]), std::max(order[low], order[high])};
        if (sum < block)
            low++;
        else
            high--;
    }
    return {};
}
