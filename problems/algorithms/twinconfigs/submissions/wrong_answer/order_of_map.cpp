// Mistake: groups in the order of the map, not of their first members; 12-falling-8.
#include "signature.h"

#include <algorithm>
#include <map>

std::vector<std::vector<int>> group_twins(const std::vector<std::vector<std::string>> &configs)
{
    std::map<std::vector<std::string>, std::vector<int>> groups;
    std::vector<std::vector<int>> twins;

    for (size_t service = 0; service < configs.size(); service++) {
        std::vector<std::string> lines = configs[service];
        std::sort(lines.begin(), lines.end());
        groups[lines].push_back(static_cast<int>(service));
    }
    for (const auto &[lines, group] : groups)
        if (group.size() > 1)
            twins.push_back(group);
    return twins;
}
