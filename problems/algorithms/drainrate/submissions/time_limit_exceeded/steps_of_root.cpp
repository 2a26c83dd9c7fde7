// Slow: O(n sqrt(m)), tries rates in steps of the root of the largest queue, then one by one; vectorised.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <algorithm>
#include <numeric>

enum { BLOCK = 4096 };

static bool is_enough(const std::vector<double> &queues, int rate, long long hours)
{
    const double part = 1.0 / rate;

    for (size_t start = 0; start < queues.size() && hours >= 0; start += BLOCK) {
        size_t end = std::min(queues.size(), start + BLOCK);
        long long needed = 0;
        for (size_t i = start; i < end; i++)
            needed += static_cast<int>((queues[i] + rate - 0.5) * part);
        hours -= needed;
    }
    return hours >= 0;
}

int drain_rate(const std::vector<int> &queues, long long hours)
{
    if (static_cast<long long>(queues.size()) > hours)
        return -1;

    const std::vector<double> messages(queues.begin(), queues.end());
    const long long total = std::accumulate(queues.begin(), queues.end(), 0LL);
    const int largest = *std::max_element(queues.begin(), queues.end());
    int rate = static_cast<int>((total + hours - 1) / hours), step = 1;

    while (static_cast<long long>(step) * step < largest)
        step++;
    while (rate + step < largest && !is_enough(messages, rate + step, hours))
        rate += step;
    while (!is_enough(messages, rate, hours))
        rate++;
    return rate;
}
