// Mistake: adds the hours up in 32 bits, which they leave at low rates; 28-wrapping-100000.
// only large inputs show it
#include "signature.h"

#include <algorithm>

int drain_rate(const std::vector<int> &queues, long long hours)
{
    if (static_cast<long long>(queues.size()) > hours)
        return -1;

    int low = 1, high = *std::max_element(queues.begin(), queues.end());
    while (low < high) {
        int rate = low + (high - low) / 2;
        unsigned needed = 0; // as an int, but that its overflow is defined
        for (int messages : queues)
            needed += (messages + rate - 1) / rate;
        if (static_cast<int>(needed) <= hours)
            high = rate;
        else
            low = rate + 1;
    }
    return low;
}
