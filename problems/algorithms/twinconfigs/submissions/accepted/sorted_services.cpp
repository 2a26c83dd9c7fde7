// O(n log n): no hashing. Services sorted by their sorted lines: twins stand side by side.
#include "signature.h"

#include <algorithm>
#include <numeric>

std::vector<std::vector<int>> group_twins(const std::vector<std::vector<std::string>> &configs)
{
    std::vector<std::vector<std::string>> sorted = configs;
    std::vector<int> order(configs.size());
    std::vector<std::vector<int>> twins;

    for (std::vector<std::string> &lines : sorted)
        std::sort(lines.begin(), lines.end());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int one, int two) { return sorted[one] < sorted[two]; });
    for (size_t start = 0, end; start < order.size(); start = end) {
        end = start + 1;
        while (end < order.size() && sorted[order[end]] == sorted[order[start]])
            end++;
        if (end - start > 1)
            twins.emplace_back(order.begin() + start, order.begin() + end);
    }
    std::sort(twins.begin(), twins.end());
    return twins;
}
