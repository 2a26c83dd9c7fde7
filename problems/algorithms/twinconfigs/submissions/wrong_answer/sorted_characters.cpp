// Mistake: sorts the characters of a configuration instead of its lines; 06-characters-12.
#include "signature.h"

#include <algorithm>
#include <unordered_map>

std::vector<std::vector<int>> group_twins(const std::vector<std::vector<std::string>> &configs)
{
    std::unordered_map<std::string, size_t> group_of;
    std::vector<std::vector<int>> groups, twins;

    for (size_t service = 0; service < configs.size(); service++) {
        std::string key;
        for (const std::string &line : configs[service])
            key += line + '\n';
        std::sort(key.begin(), key.end());
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
