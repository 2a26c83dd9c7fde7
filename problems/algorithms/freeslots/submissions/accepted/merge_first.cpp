// O(n log n): merges the bookings in an ordered map of stretches, then walks over the gaps.
#include "signature.h"

#include <algorithm>
#include <iterator>
#include <map>

std::vector<std::vector<int>> free_slots(const std::vector<std::vector<int>> &bookings, int horizon,
                                         int length)
{
    std::map<int, int> taken; // start -> end; no two overlap or touch
    std::vector<std::vector<int>> slots;

    for (const auto &booking : bookings) {
        int start = booking[0], end = booking[1];
        auto next = taken.lower_bound(start);
        if (next != taken.begin() && std::prev(next)->second >= start) {
            --next;
            start = next->first;
        }
        while (next != taken.end() && next->first <= end) {
            end = std::max(end, next->second);
            next = taken.erase(next);
        }
        taken[start] = end;
    }

    int free_from = 0;
    for (auto [start, end] : taken) {
        if (end <= 0)
            continue;
        if (start >= horizon)
            break;
        if (start - free_from >= length)
            slots.push_back({free_from, start});
        free_from = end;
    }
    if (horizon - free_from >= length)
        slots.push_back({free_from, horizon});
    return slots;
}
