// Slow: O(n^2), Dijkstra that expands a site for each of its offers, also for the outdated ones.
#include "signature.h"

#include <functional>
#include <queue>
#include <utility>

long long cheapest_route(int sites, const std::vector<std::vector<int>> &links, int source, int target)
{
    using Offer = std::pair<long long, int>; // price, site
    const long long none = 1LL << 60;
    std::vector<std::vector<std::pair<int, int>>> from(sites);
    std::vector<long long> best(sites, none);
    std::priority_queue<Offer, std::vector<Offer>, std::greater<Offer>> offers;

    for (const auto &link : links)
        from[link[0]].push_back({link[1], link[2]});
    best[source] = 0;
    offers.push({0, source});
    while (!offers.empty()) {
        auto [price, site] = offers.top();

        offers.pop();
        for (auto [end, cost] : from[site])
            if (price + cost < best[end]) {
                best[end] = price + cost;
                offers.push({best[end], end});
            }
    }
    return best[target] == none ? -1 : best[target];
}
