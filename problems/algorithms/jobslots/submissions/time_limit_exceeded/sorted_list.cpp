// Slow: O(n w), keeps the free workers in a sorted array: taking the first one moves all others.
#include "signature.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <utility>

std::vector<int> assign_jobs(const std::vector<int> &arrivals, const std::vector<int> &durations, int workers)
{
    using Busy = std::pair<long long, int>; // end, worker
    std::vector<int> free(workers), takers;
    std::priority_queue<Busy, std::vector<Busy>, std::greater<Busy>> busy;

    std::iota(free.begin(), free.end(), 0);
    for (size_t job = 0; job < arrivals.size(); job++) {
        long long start = arrivals[job];

        if (free.empty())
            start = std::max(start, busy.top().first);
        while (!busy.empty() && busy.top().first <= start) {
            int worker = busy.top().second;
            free.insert(std::lower_bound(free.begin(), free.end(), worker), worker);
            busy.pop();
        }
        takers.push_back(free.front());
        free.erase(free.begin());
        busy.push({start + durations[job], takers.back()});
    }
    return takers;
}
