// Slow: O(n m), tries the rates one by one, from the average upwards.
#include "signature.h"

#include <numeric>

int drain_rate(const std::vector<int> &queues, long long hours)
{
    if (static_cast<long long>(queues.size()) > hours)
        return -1;

    long long total = std::accumulate(queues.begin(), queues.end(), 0LL);
    for (int rate = static_cast<int>((total + hours - 1) / hours);; rate++) {
        long long needed = 0;
        for (int messages : queues) {
            needed += (messages + rate - 1) / rate;
            if (needed > hours)
                break;
        }
        if (needed <= hours)
            return rate;
    }
}
