// O(n log n): in the order of starts, with the latest end so far.
#include "signature.h"

#include <algorithm>

std::vector<std::vector<int>> free_slots(const std::vector<std::vector<int>> &bookings, int horizon,
                                         int length)
{
    std::vector<std::pair<int, int>> order;
    std::vector<std::vector<int>> slots;
    int free_from = 0;

    order.reserve(bookings.size() + 1);
    for (const auto &booking : bookings)
        order.emplace_back(booking[0], booking[1]);
    order.emplace_back(horizon, horizon); // the slot behind the last booking ends here
    std::sort(order.begin(), order.end());
    for (auto [start, end] : order) {
        if (start > horizon)
            break;
        if (start - free_from >= length)
            slots.push_back({free_from, start});
        free_from = std::max(free_from, end);
    }
    return slots;
}
