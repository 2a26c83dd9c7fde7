// Slow: O(s^2), looks for the cheapest site among all that are not visited.
#include "signature.h"

#include <utility>

long long cheapest_route(int sites, const std::vector<std::vector<int>> &links, int source, int target)
{
    const long long none = 1LL << 60;
    std::vector<std::vector<std::pair<int, int>>> from(sites);
    std::vector<long long> best(sites, none);
    std::vector<char> visited(sites);

    for (const auto &link : links)
        from[link[0]].push_back({link[1], link[2]});
    best[source] = 0;
    for (;;) {
        int site = -1;
        for (int other = 0; other < sites; other++)
            if (!visited[other] && best[other] < none && (site < 0 || best[other] < best[site]))
                site = other;
        if (site < 0)
            return -1;
        if (site == target)
            return best[site];
        visited[site] = true;
        for (auto [end, price] : from[site])
            if (best[site] + price < best[end])
                best[end] = best[site] + price;
    }
}
