// O(n log n): Dijkstra with a heap of offers; outdated ones are passed over.
#include "signature.h"

#include <functional>
#include <queue>
#include <utility>

long long cheapest_route(int sites, const std::vector<std::vector<int>> &links, int source, int target)
{
    using Offer = std::pair<long long, int>; // price, site
    std::vector<std::vector<std::pair<int, int>>> from(sites);
    std::vector<bool> visited(sites);
    std::priority_queue<Offer, std::vector<Offer>, std::greater<Offer>> offers;

    for (const auto &link : links)
        from[link[0]].push_back({link[1], link[2]});
    offers.push({0, source});
    while (!offers.empty()) {
        auto [price, site] = offers.top();

        offers.pop();
        if (site == target)
            return price;
        if (visited[site])
            continue;
        visited[site] = true;
        for (auto [end, cost] : from[site])
            if (!visited[end])
                offers.push({price + cost, end});
    }
    return -1;
}
