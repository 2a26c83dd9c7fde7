// Mistake: an XOR of hashes as the key: a line that occurs twice takes itself out; 07-cancel-12.
#include "signature.h"

#include <functional>
#include <map>
#include <utility>

std::vector<std::vector<int>> group_twins(const std::vector<std::vector<std::string>> &configs)
{
    std::map<std::pair<size_t, size_t>, size_t> group_of;
    std::vector<std::vector<int>> groups, twins;

    for (size_t service = 0; service < configs.size(); service++) {
        size_t hash = 0;
        for (const std::string &line : configs[service])
            hash ^= std::hash<std::string>()(line);
        auto key = std::pair(configs[service].size(), hash);
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
