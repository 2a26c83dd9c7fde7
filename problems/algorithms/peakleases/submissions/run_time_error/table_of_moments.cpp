// Crash: a table with a cell for each millisecond takes 4 GB.
#include "signature.h"

std::vector<int> peak_leases(const std::vector<std::vector<int>> &leases)
{
    std::vector<int> change(1'000'000'001);
    int held = 0, best = 0, best_moment = 0;

    for (const auto &lease : leases) {
        change[lease[0]]++;
        change[lease[1]]--;
    }
    for (int moment = 0; moment <= 1'000'000'000; moment++) {
        held += change[moment];
        if (held > best) {
            best = held;
            best_moment = moment;
        }
    }
    return {best_moment, best};
}
