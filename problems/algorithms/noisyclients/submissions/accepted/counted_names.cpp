// O(n log n): counts in an unordered_map, and sorts as many of its entries as are wanted.
#include "signature.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

std::vector<std::string> noisiest(const std::vector<std::string> &requests, int k)
{
    std::unordered_map<std::string, int> counts;
    std::vector<std::pair<int, std::string>> order; // by falling count: counts are negative
    std::vector<std::string> names;

    for (const std::string &name : requests)
        counts[name]++;
    for (const auto &[name, count] : counts)
        order.push_back({-count, name});
    size_t wanted = std::min(order.size(), static_cast<size_t>(k));
    std::partial_sort(order.begin(), order.begin() + wanted, order.end());
    for (size_t i = 0; i < wanted; i++)
        names.push_back(order[i].second);
    return names;
}
