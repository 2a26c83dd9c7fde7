// Mistake: the price of a route does not fit into an int; 08-chain-5.
#include "signature.h"

#include <climits>
#include <functional>
#include <queue>
#include <utility>

long long cheapest_route(int sites, const std::vector<std::vector<int>> &links, int source, int target)
{
    using Offer = std::pair<int, int>; // price, site
    std::vector<std::vector<std::pair<int, int>>> from(sites);
    std::vector<int> best(sites, INT_MAX);
    std::vector<bool> visited(sites);
    std::priority_queue<Offer, std::vector<Offer>, std::greater<Offer>> offers;

    for (const auto &link : links)
        from[link[0]].push_back({link[1], link[2]});
    best[source] = 0;
    offers.push({0, source});
    while (!offers.empty()) {
        auto [price, site] = offers.top();

        offers.pop();
        if (visited[site])
            continue;
        visited[site] = true;
        for (auto [end, cost] : from[site])
            if (price + cost < best[end]) {
                best[end] = price + cost;
                offers.push({best[end], end});
            }
    }
    return best[target] == INT_MAX ? -1 : best[target];
}
