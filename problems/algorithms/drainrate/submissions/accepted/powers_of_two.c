// O(n log m): builds the largest rate that is not enough from powers of two, and returns the next one.
#include "signature.h"

static bool is_enough(struct list_int queues, int rate, long long hours)
{
    for (size_t i = 0; i < queues.count && hours >= 0; i++)
        hours -= (queues.items[i] + rate - 1) / rate;
    return hours >= 0;
}

int drain_rate(struct list_int queues, long long hours)
{
    int too_slow = 0;

    if ((long long) queues.count > hours)
        return -1;
    for (int step = 1 << 29; step > 0; step /= 2)
        if (!is_enough(queues, too_slow + step, hours))
            too_slow += step;
    return too_slow + 1;
}
