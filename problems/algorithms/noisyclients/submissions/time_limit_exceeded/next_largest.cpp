// Slow: O(n k), looks for the next largest k times.
#include "signature.h"

#include <unordered_map>
#include <utility>

std::vector<std::string> noisiest(const std::vector<std::string> &requests, int k)
{
    std::unordered_map<std::string, int> counts;
    std::vector<std::string> names;

    for (const std::string &name : requests)
        counts[name]++;
    std::vector<std::pair<std::string, int>> left(counts.begin(), counts.end());
    while (!left.empty() && names.size() < static_cast<size_t>(k)) {
        size_t best = 0;
        for (size_t i = 1; i < left.size(); i++)
            if (left[i].second > left[best].second
                || (left[i].second == left[best].second && left[i].first < left[best].first))
                best = i;
        names.push_back(left[best].first);
        std::swap(left[best], left.back());
        left.pop_back();
    }
    return names;
}
