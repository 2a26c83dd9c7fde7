// Slow: O(n w), asks the workers one after the other, and stops at the first that is free.
#include "signature.h"

#include <algorithm>

std::vector<int> assign_jobs(const std::vector<int> &arrivals, const std::vector<int> &durations, int workers)
{
    std::vector<long long> free_at(workers);
    std::vector<int> takers;

    for (size_t job = 0; job < arrivals.size(); job++) {
        long long start = arrivals[job];
        auto worker = std::find_if(free_at.begin(), free_at.end(),
                                   [&](long long free) { return free <= start; });
        if (worker == free_at.end()) {
            worker = std::min_element(free_at.begin(), free_at.end());
            start = *worker;
        }
        *worker = start + durations[job];
        takers.push_back(static_cast<int>(worker - free_at.begin()));
    }
    return takers;
}
