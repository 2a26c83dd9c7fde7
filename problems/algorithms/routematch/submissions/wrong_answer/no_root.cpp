// Mistake: takes segments off until nothing is left, and never looks up the route /; 04-root-2.
#include "signature.h"

#include <unordered_map>

std::vector<int> match_routes(const std::vector<std::string> &routes, const std::vector<std::string> &paths)
{
    std::unordered_map<std::string, int> first;
    std::vector<int> result;

    for (size_t i = 0; i < routes.size(); i++)
        first.emplace(routes[i], static_cast<int>(i));
    for (std::string prefix : paths) {
        while (!prefix.empty() && !first.count(prefix))
            prefix.erase(prefix.rfind('/'));
        result.push_back(prefix.empty() ? -1 : first[prefix]);
    }
    return result;
}
