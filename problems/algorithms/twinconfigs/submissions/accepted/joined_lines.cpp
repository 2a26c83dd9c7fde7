// O(n log n): sorted lines joined by line breaks are the key of an unordered_map to groups.
#include "signature.h"

#include <algorithm>
#include <unordered_map>

std::vector<std::vector<int>> group_twins(const std::vector<std::vector<std::string>> &configs)
{
    std::unordered_map<std::string, size_t> group_of;
    std::vector<std::vector<int>> groups, twins;

    for (size_t service = 0; service < configs.size(); service++) {
        std::vector<std::string> lines = configs[service];
        std::string key;
        std::sort(lines.begin(), lines.end());
        for (const std::string &line : lines)
            key += line + '\n';
        auto [place, is_new] = group_of.emplace(key, groups.size());
        if (is_new)
            groups.emplace_back();
        groups[place->second].push_back(static_cast<int>(service));
    }
    for (const std::vector<int> &group : groups)
        if (group.size() > 1)
            twins.push_back(group);
    return twins;
}
