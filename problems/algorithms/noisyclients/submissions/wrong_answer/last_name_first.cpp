// Mistake: sorts pairs of count and name backwards, and with them the names of ties; 03-ties-6.
#include "signature.h"

#include <algorithm>
#include <map>
#include <utility>

std::vector<std::string> noisiest(const std::vector<std::string> &requests, int k)
{
    std::map<std::string, int> counts;
    std::vector<std::pair<int, std::string>> order;
    std::vector<std::string> names;

    for (const std::string &name : requests)
        counts[name]++;
    for (const auto &[name, count] : counts)
        order.push_back({count, name});
    std::sort(order.rbegin(), order.rend());
    for (size_t i = 0; i < order.size() && i < static_cast<size_t>(k); i++)
        names.push_back(order[i].second);
    return names;
}
