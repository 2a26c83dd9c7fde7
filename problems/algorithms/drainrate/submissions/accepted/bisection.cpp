// O(n log m): bisection of the rate between 1 and the largest queue.
#include "signature.h"

#include <algorithm>

int drain_rate(const std::vector<int> &queues, long long hours)
{
    if (static_cast<long long>(queues.size()) > hours)
        return -1;

    int low = 1, high = *std::max_element(queues.begin(), queues.end());
    while (low < high) {
        int rate = low + (high - low) / 2;
        long long needed = 0;
        for (int messages : queues)
            needed += (messages - 1) / rate + 1;
        if (needed <= hours)
            high = rate;
        else
            low = rate + 1;
    }
    return low;
}
