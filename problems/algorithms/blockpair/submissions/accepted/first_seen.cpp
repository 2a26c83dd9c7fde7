// O(n): an unordered_map from size to first position.
#include "signature.h"

#include <unordered_map>

std::vector<int> find_pair(const std::vector<int> &sizes, int block)
{
    std::unordered_map<int, int> first;

    for (int i = 0; i < static_cast<int>(sizes.size()); i++) {
        auto partner = first.find(block - sizes[i]);
        if (partner != first.end())
            return {partner->second, i};
        first.emplace(sizes[i], i);
    }
    return {};
}
