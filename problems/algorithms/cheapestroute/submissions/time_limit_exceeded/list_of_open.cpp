// Slow: O(s^2), keeps a list of the sites that have an offer and goes through it for the cheapest.
#include "signature.h"

#include <algorithm>
#include <utility>

long long cheapest_route(int sites, const std::vector<std::vector<int>> &links, int source, int target)
{
    const int unseen = -1, visited = -2;
    std::vector<std::vector<std::pair<int, int>>> from(sites);
    std::vector<int> place(sites, unseen), open{source};
    std::vector<long long> best{0}; // of the open sites, in their order

    for (const auto &link : links)
        from[link[0]].push_back({link[1], link[2]});
    place[source] = 0;
    while (!open.empty()) {
        const size_t at = std::min_element(best.begin(), best.end()) - best.begin();
        const int site = open[at];
        const long long price = best[at];

        if (site == target)
            return price;
        open[at] = open.back();
        best[at] = best.back();
        place[open[at]] = static_cast<int>(at);
        open.pop_back();
        best.pop_back();
        place[site] = visited;
        for (auto [end, cost] : from[site]) {
            if (place[end] == unseen) {
                place[end] = static_cast<int>(open.size());
                open.push_back(end);
                best.push_back(price + cost);
            } else if (place[end] != visited)
                best[place[end]] = std::min(best[place[end]], price + cost);
        }
    }
    return -1;
}
