// Mistake: sorts by end, so that a gap is taken although a booking that ends later covers it; 10-covering-6.
#include "signature.h"

#include <algorithm>

std::vector<std::vector<int>> free_slots(const std::vector<std::vector<int>> &bookings, int horizon,
                                         int length)
{
    std::vector<std::vector<int>> order = bookings, slots;
    int free_from = 0;

    std::sort(order.begin(), order.end(),
              [](const auto &one, const auto &two) { return one[1] < two[1]; });
    order.push_back({horizon, horizon});
    for (const auto &booking : order) {
        if (std::min(booking[0], horizon) - free_from >= length)
            slots.push_back({free_from, std::min(booking[0], horizon)});
        free_from = std::max(free_from, booking[1]);
    }
    return slots;
}
