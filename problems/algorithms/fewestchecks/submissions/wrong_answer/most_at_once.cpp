// Mistake: returns the largest number of windows that are open at once, which is another question; 03-random-8.
#include "signature.h"

#include <algorithm>

int fewest_checks(const std::vector<int> &opens, const std::vector<int> &closes)
{
    std::vector<int> starts = opens, ends = closes;
    int most = 0;
    size_t over = 0;

    std::sort(starts.begin(), starts.end());
    std::sort(ends.begin(), ends.end());
    for (size_t i = 0; i < starts.size(); i++) {
        while (ends[over] < starts[i])
            over++;
        most = std::max(most, static_cast<int>(i + 1 - over));
    }
    return most;
}
