// O(n log n): walks over the sorted starts and the sorted ends; at one moment the ends come first.
#include "signature.h"

#include <algorithm>

std::vector<int> peak_leases(const std::vector<std::vector<int>> &leases)
{
    std::vector<int> starts, ends;
    int best = 0, best_moment = 0;
    size_t over = 0;

    for (const auto &lease : leases) {
        starts.push_back(lease[0]);
        ends.push_back(lease[1]);
    }
    std::sort(starts.begin(), starts.end());
    std::sort(ends.begin(), ends.end());
    for (size_t i = 0; i < starts.size(); i++) {
        while (ends[over] <= starts[i])
            over++;
        int held = static_cast<int>(i + 1 - over);
        if (held > best) {
            best = held;
            best_moment = starts[i];
        }
    }
    return {best_moment, best};
}
