// O(n) expected: a hash map with what is left of each quota.
#include "signature.h"

#include <string>
#include <unordered_map>

std::map<std::string, int> refused_requests(const std::map<std::string, int> &quotas,
                                            const std::vector<std::string> &requests)
{
    std::unordered_map<std::string, int> left(quotas.begin(), quotas.end());
    std::unordered_map<std::string, int> refused;
    const auto shared = left.find("*");

    for (const std::string &team : requests) {
        auto quota = left.find(team);

        if (quota == left.end())
            quota = shared;
        if (quota == left.end())
            continue;
        if (quota->second > 0)
            quota->second--;
        else
            refused[team]++;
    }
    return {refused.begin(), refused.end()};
}
