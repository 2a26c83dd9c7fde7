// Slow: O(m^2) for m services, adds up the hashes of each one's lines, and compares any two by their sums.
#include "signature.h"

#include <functional>

std::vector<std::vector<int>> group_twins(const std::vector<std::vector<std::string>> &configs)
{
    const std::hash<std::string> hash;
    std::vector<size_t> sums;
    std::vector<std::vector<int>> groups;

    for (const std::vector<std::string> &config : configs) {
        size_t sum = config.size();
        for (const std::string &line : config)
            sum += hash(line);
        sums.push_back(sum);
    }
    std::vector<bool> taken(sums.size());
    for (size_t i = 0; i < sums.size(); i++) {
        std::vector<int> group;
        if (taken[i])
            continue;
        for (size_t j = i; j < sums.size(); j++)
            if (sums[j] == sums[i]) {
                group.push_back(static_cast<int>(j));
                taken[j] = true;
            }
        if (group.size() > 1)
            groups.push_back(group);
    }
    return groups;
}
