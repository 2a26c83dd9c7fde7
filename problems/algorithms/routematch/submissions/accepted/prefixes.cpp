// O(n): an unordered_map from route to position; the prefixes of each path are looked up, longest first.
#include "signature.h"

#include <string_view>
#include <unordered_map>

std::vector<int> match_routes(const std::vector<std::string> &routes, const std::vector<std::string> &paths)
{
    std::unordered_map<std::string_view, int> first;
    std::vector<int> result;

    for (size_t i = 0; i < routes.size(); i++)
        first.emplace(routes[i], static_cast<int>(i));
    auto root = first.find("/");
    for (std::string_view prefix : paths) {
        auto found = first.find(prefix);
        while (found == first.end() && !prefix.empty()) {
            prefix = prefix.substr(0, prefix.rfind('/'));
            found = prefix.empty() ? root : first.find(prefix);
        }
        result.push_back(found == first.end() ? -1 : found->second);
    }
    return result;
}
