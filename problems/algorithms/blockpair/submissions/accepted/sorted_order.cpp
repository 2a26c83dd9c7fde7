// O(n log n): no hashing. Positions sorted by size; the first partner of each is found by bisection.
#include "signature.h"

#include <algorithm>
#include <numeric>

std::vector<int> find_pair(const std::vector<int> &sizes, int block)
{
    std::vector<int> order(sizes.size());

    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int one, int two) { return sizes[one] < sizes[two]; });
    for (int i = 0; i < static_cast<int>(sizes.size()); i++) {
        auto partner = std::lower_bound(order.begin(), order.end(), block - sizes[i],
                                        [&](int at, int size) { return sizes[at] < size; });
        if (partner != order.end() && sizes[*partner] == block - sizes[i] && *partner < i)
            return {*partner, i};
    }
    return {};
}
