// Mistake: returns the last moment at which a peak is reached instead of the earliest; 09-tied-9.
#include "signature.h"

#include <map>

std::vector<int> peak_leases(const std::vector<std::vector<int>> &leases)
{
    std::map<int, int> change;
    int held = 0, best = 0, best_moment = 0;

    for (const auto &lease : leases) {
        change[lease[0]]++;
        change[lease[1]]--;
    }
    for (auto [moment, difference] : change) {
        held += difference;
        if (held >= best) {
            best = held;
            best_moment = moment;
        }
    }
    return {best_moment, best};
}
