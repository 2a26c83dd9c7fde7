// O(n log s): Dijkstra with an ordered set, which holds each site once, at its best price so far.
#include "signature.h"

#include <limits>
#include <set>
#include <utility>

long long cheapest_route(int sites, const std::vector<std::vector<int>> &links, int source, int target)
{
    const long long none = std::numeric_limits<long long>::max();
    std::vector<std::vector<std::pair<int, int>>> from(sites);
    std::vector<long long> best(sites, none);
    std::set<std::pair<long long, int>> open; // price, site

    for (const auto &link : links)
        from[link[0]].push_back({link[1], link[2]});
    best[source] = 0;
    open.insert({0, source});
    while (!open.empty()) {
        int site = open.begin()->second;

        open.erase(open.begin());
        for (auto [end, cost] : from[site])
            if (best[site] + cost < best[end]) {
                open.erase({best[end], end});
                best[end] = best[site] + cost;
                open.insert({best[end], end});
            }
    }
    return best[target] == none ? -1 : best[target];
}
