// Slow: O(n^2), tries every pair.
#include "signature.h"

std::vector<int> find_pair(const std::vector<int> &sizes, int block)
{
    for (size_t j = 0; j < sizes.size(); j++)
        for (size_t i = 0; i < j; i++)
            if (sizes[i] + sizes[j] == block)
                return {static_cast<int>(i), static_cast<int>(j)};
    return {};
}
