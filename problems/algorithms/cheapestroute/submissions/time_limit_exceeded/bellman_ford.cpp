// Slow: O(s n), Bellman-Ford until nothing changes.
#include "signature.h"

long long cheapest_route(int sites, const std::vector<std::vector<int>> &links, int source, int target)
{
    const long long none = 1LL << 60;
    std::vector<long long> best(sites, none);

    best[source] = 0;
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto &link : links)
            if (best[link[0]] < none && best[link[0]] + link[2] < best[link[1]]) {
                best[link[1]] = best[link[0]] + link[2];
                changed = true;
            }
    }
    return best[target] == none ? -1 : best[target];
}
