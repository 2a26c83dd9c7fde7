// Crash: a matrix with a cell for each two sites takes up to 80 GB.
#include "signature.h"

#include <algorithm>

long long cheapest_route(int sites, const std::vector<std::vector<int>> &links, int source, int target)
{
    const long long none = 1LL << 60;
    std::vector<std::vector<long long>> price(sites, std::vector<long long>(sites, none));
    std::vector<long long> best(sites, none);
    std::vector<bool> visited(sites);

    for (const auto &link : links)
        price[link[0]][link[1]] = std::min<long long>(price[link[0]][link[1]], link[2]);
    best[source] = 0;
    for (;;) {
        int site = -1;
        for (int other = 0; other < sites; other++)
            if (!visited[other] && best[other] < none && (site < 0 || best[other] < best[site]))
                site = other;
        if (site < 0 || site == target)
            return site < 0 ? -1 : best[target];
        visited[site] = true;
        for (int end = 0; end < sites; end++)
            best[end] = std::min(best[end], best[site] + price[site][end]);
    }
}
