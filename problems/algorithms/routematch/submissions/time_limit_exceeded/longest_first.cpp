// Slow: O(n m), sorts the routes by length and takes the first that covers the path.
#include "signature.h"

#include <algorithm>
#include <numeric>

std::vector<int> match_routes(const std::vector<std::string> &routes, const std::vector<std::string> &paths)
{
    std::vector<int> order(routes.size()), result;

    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int one, int two) { return routes[one].size() > routes[two].size(); });
    for (const std::string &path : paths) {
        auto covers = [&](int i) {
            const std::string &route = routes[i];
            return route == "/" || (path.compare(0, route.size(), route) == 0 &&
                                    (path.size() == route.size() || path[route.size()] == '/'));
        };
        auto found = std::find_if(order.begin(), order.end(), covers);
        result.push_back(found == order.end() ? -1 : *found);
    }
    return result;
}
