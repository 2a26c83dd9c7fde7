// Slow: O(n^2), keeps all free pieces and cuts each booking out of every one of them.
#include "signature.h"

#include <algorithm>

std::vector<std::vector<int>> free_slots(const std::vector<std::vector<int>> &bookings, int horizon,
                                         int length)
{
    std::vector<std::pair<int, int>> pieces = {{0, horizon}};
    std::vector<std::vector<int>> slots;

    for (const auto &booking : bookings) {
        std::vector<std::pair<int, int>> left;
        for (auto [start, end] : pieces) {
            if (booking[1] <= start || booking[0] >= end) {
                left.emplace_back(start, end);
                continue;
            }
            if (booking[0] > start)
                left.emplace_back(start, booking[0]);
            if (booking[1] < end)
                left.emplace_back(booking[1], end);
        }
        pieces = std::move(left);
    }
    for (auto [start, end] : pieces)
        if (end - start >= length)
            slots.push_back({start, end});
    return slots;
}
