// Mistake: returns the largest queue where there are more queues than hours; 09-toomany-2.
#include "signature.h"

int drain_rate(struct list_int queues, long long hours)
{
    int low = 1, high = 1;

    for (size_t i = 0; i < queues.count; i++)
        if (queues.items[i] > high)
            high = queues.items[i];
    while (low < high) {
        int rate = low + (high - low) / 2;
        long long needed = 0;

        for (size_t i = 0; i < queues.count; i++)
            needed += (queues.items[i] + rate - 1) / rate;
        if (needed <= hours)
            high = rate;
        else
            low = rate + 1;
    }
    return low;
}
