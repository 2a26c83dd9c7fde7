// Slow: O(n^2), looks for neighbours in the list.
#include "signature.h"

#include <algorithm>

std::vector<int> longest_streak(const std::vector<int> &ids)
{
    auto there = [&](int id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    int best = 0, best_length = 0;

    for (int id : ids) {
        if (there(id - 1))
            continue;
        int length = 1;
        while (there(id + length))
            length++;
        if (length > best_length || (length == best_length && id < best)) {
            best = id;
            best_length = length;
        }
    }
    return {best, best_length};
}
