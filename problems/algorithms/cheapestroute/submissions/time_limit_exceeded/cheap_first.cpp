// Slow: O(s n), a queue of sites that got cheaper; one that is cheaper than the first goes to the front.
#include "signature.h"

#include <deque>
#include <utility>

long long cheapest_route(int sites, const std::vector<std::vector<int>> &links, int source, int target)
{
    const long long none = 1LL << 60;
    std::vector<std::vector<std::pair<int, int>>> from(sites);
    std::vector<long long> best(sites, none);
    std::vector<char> waits(sites);
    std::deque<int> queue{source};

    for (const auto &link : links)
        from[link[0]].push_back({link[1], link[2]});
    best[source] = 0;
    while (!queue.empty()) {
        const int site = queue.front();

        queue.pop_front();
        waits[site] = false;
        if (best[site] >= best[target])
            continue;
        for (auto [end, cost] : from[site]) {
            if (best[site] + cost >= best[end])
                continue;
            best[end] = best[site] + cost;
            if (waits[end])
                continue;
            waits[end] = true;
            if (!queue.empty() && best[end] < best[queue.front()])
                queue.push_front(end);
            else
                queue.push_back(end);
        }
    }
    return best[target] == none ? -1 : best[target];
}
