// O(n log n): no hashing. Sorted without repeats, each streak is a stretch of the list.
#include "signature.h"

#include <algorithm>

std::vector<int> longest_streak(const std::vector<int> &ids)
{
    std::vector<int> sorted = ids;
    size_t best = 0, best_length = 0;

    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    for (size_t start = 0, end; start < sorted.size(); start = end) {
        end = start + 1;
        while (end < sorted.size() && sorted[end] == sorted[end - 1] + 1)
            end++;
        if (end - start > best_length) {
            best = start;
            best_length = end - start;
        }
    }
    return {sorted[best], static_cast<int>(best_length)};
}
