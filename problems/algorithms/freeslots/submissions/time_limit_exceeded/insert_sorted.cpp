// Slow: O(n^2), keeps a sorted vector of merged stretches; each insertion moves what is behind it.
#include "signature.h"

#include <algorithm>

std::vector<std::vector<int>> free_slots(const std::vector<std::vector<int>> &bookings, int horizon,
                                         int length)
{
    std::vector<std::vector<int>> taken, slots;

    for (const auto &booking : bookings) {
        std::vector<int> merged = booking;
        auto first = std::lower_bound(taken.begin(), taken.end(), merged[0],
                                      [](const auto &stretch, int at) { return stretch[1] < at; });
        auto last = first;
        for (; last != taken.end() && (*last)[0] <= merged[1]; ++last) {
            merged[0] = std::min(merged[0], (*last)[0]);
            merged[1] = std::max(merged[1], (*last)[1]);
        }
        taken.insert(taken.erase(first, last), merged);
    }

    int free_from = 0;
    taken.push_back({horizon, horizon});
    for (const auto &stretch : taken) {
        if (std::min(stretch[0], horizon) - free_from >= length)
            slots.push_back({free_from, std::min(stretch[0], horizon)});
        free_from = std::max(free_from, stretch[1]);
    }
    return slots;
}
