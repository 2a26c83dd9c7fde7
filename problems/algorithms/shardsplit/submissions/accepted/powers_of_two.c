// O(n log s): builds the largest capacity that is not enough from powers of two, and returns the next one.
#include "signature.h"

static bool is_enough(struct list_int sizes, int shards, long long capacity)
{
    long long free = 0;

    for (size_t i = 0; i < sizes.count; i++) {
        if (sizes.items[i] > free) {
            if (sizes.items[i] > capacity || shards-- == 0)
                return false;
            free = capacity;
        }
        free -= sizes.items[i];
    }
    return true;
}

long long split_shards(struct list_int sizes, int shards)
{
    long long too_small = -1;

    for (long long step = 1LL << 46; step > 0; step /= 2)
        if (!is_enough(sizes, shards, too_small + step))
            too_small += step;
    return too_small + 1;
}
