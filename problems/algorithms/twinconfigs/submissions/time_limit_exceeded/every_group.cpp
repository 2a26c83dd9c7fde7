// Slow: O(m^2) for m services, compares each sorted configuration with one of every group.
#include "signature.h"

#include <algorithm>

std::vector<std::vector<int>> group_twins(const std::vector<std::vector<std::string>> &configs)
{
    std::vector<std::vector<std::string>> sorted = configs;
    std::vector<std::vector<int>> groups, twins;

    for (size_t service = 0; service < sorted.size(); service++) {
        std::sort(sorted[service].begin(), sorted[service].end());
        size_t i = 0;
        while (i < groups.size() && sorted[groups[i][0]] != sorted[service])
            i++;
        if (i == groups.size())
            groups.emplace_back();
        groups[i].push_back(static_cast<int>(service));
    }
    for (const std::vector<int> &group : groups)
        if (group.size() > 1)
            twins.push_back(group);
    return twins;
}
