// Slow: O(n^2), lowers the labels of all places forth and back until nothing changes any more.
#include "signature.h"

#include <algorithm>
#include <functional>

std::vector<int> zone_sizes(const std::vector<std::vector<int>> &feeds)
{
    const int columns = static_cast<int>(feeds[0].size());
    std::vector<int> feed, label, sizes;

    for (const auto &row : feeds)
        feed.insert(feed.end(), row.begin(), row.end());
    const int places = static_cast<int>(feed.size());
    for (int at = 0; at < places; at++)
        label.push_back(at);
    for (bool changed = true; changed;) {
        changed = false;
        const auto lower = [&](int at, int beside) {
            if (feed[at] == feed[beside] && label[beside] < label[at]) {
                label[at] = label[beside];
                changed = true;
            }
        };
        for (int at = 0; at < places; at++) {
            if (at % columns > 0)
                lower(at, at - 1);
            if (at >= columns)
                lower(at, at - columns);
        }
        for (int at = places - 1; at >= 0; at--) {
            if (at % columns < columns - 1)
                lower(at, at + 1);
            if (at + columns < places)
                lower(at, at + columns);
        }
    }

    sizes.resize(places);
    for (int at = 0; at < places; at++)
        if (feed[at] != 0)
            sizes[label[at]]++;
    sizes.erase(std::remove(sizes.begin(), sizes.end(), 0), sizes.end());
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    return sizes;
}
