// Slow: O(n^2), counts the leases that are held at each start.
#include "signature.h"

std::vector<int> peak_leases(const std::vector<std::vector<int>> &leases)
{
    int best = 0, best_moment = 0;

    for (const auto &at : leases) {
        int held = 0;
        for (const auto &lease : leases)
            held += lease[0] <= at[0] && at[0] < lease[1];
        if (held > best || (held == best && at[0] < best_moment)) {
            best = held;
            best_moment = at[0];
        }
    }
    return {best_moment, best};
}
