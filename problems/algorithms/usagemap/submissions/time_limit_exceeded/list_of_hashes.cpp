// Slow: O(n t) for t teams, looks for each team in a list of hashes.
#include "signature.h"

#include <algorithm>
#include <functional>

struct team {
    const std::string *name;
    int left; // -1 for a team without a quota
    int refused;
};

std::map<std::string, int> refused_requests(const std::map<std::string, int> &quotas,
                                            const std::vector<std::string> &requests)
{
    const std::hash<std::string> hash;
    std::vector<size_t> hashes;
    std::vector<team> teams;
    std::map<std::string, int> refused;
    int shared = -1;

    for (const auto &[name, quota] : quotas) {
        if (name == "*") {
            shared = quota;
            continue;
        }
        hashes.push_back(hash(name));
        teams.push_back({&name, quota, 0});
    }
    for (const auto &name : requests) {
        const size_t at = std::find(hashes.begin(), hashes.end(), hash(name)) - hashes.begin();
        if (at == hashes.size()) {
            hashes.push_back(hash(name));
            teams.push_back({&name, -1, 0});
        }
        int &left = teams[at].left < 0 ? shared : teams[at].left;
        if (left > 0)
            left--;
        else if (left == 0)
            teams[at].refused++;
    }
    for (const auto &team : teams)
        if (team.refused > 0)
            refused[*team.name] = team.refused;
    return refused;
}
