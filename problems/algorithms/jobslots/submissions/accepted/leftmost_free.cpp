// O(n log w): a tree over the workers with the first time at which one of a range is free.
#include "signature.h"

#include <algorithm>

std::vector<int> assign_jobs(const std::vector<int> &arrivals, const std::vector<int> &durations, int workers)
{
    int leaves = 1;
    std::vector<int> takers;

    while (leaves < workers)
        leaves *= 2;
    std::vector<long long> free_at(2 * leaves);
    std::fill(free_at.begin() + leaves + workers, free_at.end(), 1LL << 60);
    for (int at = leaves - 1; at > 0; at--)
        free_at[at] = std::min(free_at[2 * at], free_at[2 * at + 1]);

    for (size_t job = 0; job < arrivals.size(); job++) {
        long long start = std::max<long long>(arrivals[job], free_at[1]);
        int at = 1;

        while (at < leaves)
            at = free_at[2 * at] <= start ? 2 * at : 2 * at + 1;
        takers.push_back(at - leaves);
        free_at[at] = start + durations[job];
        while (at /= 2)
            free_at[at] = std::min(free_at[2 * at], free_at[2 * at + 1]);
    }
    return takers;
}
