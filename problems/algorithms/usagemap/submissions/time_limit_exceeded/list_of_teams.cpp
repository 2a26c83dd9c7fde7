// Slow: O(n t) for t teams, searches lists of teams for each request.
#include "signature.h"

#include <algorithm>
#include <string>
#include <utility>

using Entries = std::vector<std::pair<std::string, int>>;

static Entries::iterator search(Entries &entries, const std::string &name)
{
    return std::find_if(entries.begin(), entries.end(),
                        [&](const auto &entry) { return entry.first == name; });
}

std::map<std::string, int> refused_requests(const std::map<std::string, int> &quotas,
                                            const std::vector<std::string> &requests)
{
    Entries left(quotas.begin(), quotas.end()), refused;

    for (const std::string &team : requests) {
        auto quota = search(left, team);

        if (quota == left.end())
            quota = search(left, "*");
        if (quota == left.end())
            continue;
        if (quota->second-- > 0)
            continue;
        quota->second = 0;
        auto known = search(refused, team);
        if (known == refused.end())
            refused.emplace_back(team, 1);
        else
            known->second++;
    }
    return {refused.begin(), refused.end()};
}
