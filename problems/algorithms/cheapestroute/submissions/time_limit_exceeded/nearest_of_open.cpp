// Slow: O(s^2), looks for the cheapest site in a list of those that have a price and are not done.
#include "signature.h"

#include <utility>

long long cheapest_route(int sites, const std::vector<std::vector<int>> &links, int source, int target)
{
    const int unseen = -1, done = -2;
    std::vector<std::vector<std::pair<int, int>>> from(sites);
    std::vector<int> place(sites, unseen), open{source};
    std::vector<long long> prices{0};

    for (const auto &link : links)
        from[link[0]].push_back({link[1], link[2]});
    place[source] = 0;
    while (!open.empty()) {
        size_t least = 0;
        for (size_t i = 1; i < prices.size(); i++)
            if (prices[i] < prices[least])
                least = i;
        const int site = open[least];
        const long long price = prices[least];
        if (site == target)
            return price;
        place[open.back()] = (int) least;
        place[site] = done;
        open[least] = open.back();
        prices[least] = prices.back();
        open.pop_back();
        prices.pop_back();
        for (auto [end, more] : from[site]) {
            if (place[end] == unseen) {
                place[end] = (int) open.size();
                open.push_back(end);
                prices.push_back(price + more);
            } else if (place[end] != done && price + more < prices[place[end]]) {
                prices[place[end]] = price + more;
            }
        }
    }
    return -1;
}
