// Slow: O(n^2), compares each prefix sum with all earlier ones, four at a time.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdint.h>
#include <stdlib.h>

long long count_stretches(struct list_int deltas, int budget)
{
    int64_t *sums = malloc((deltas.count + 1) * sizeof(*sums));
    int64_t count = 0;

    sums[0] = 0;
    for (size_t day = 1; day <= deltas.count; day++) {
        int64_t partner;

        sums[day] = sums[day - 1] + deltas.items[day - 1];
        partner = sums[day] - budget;
        for (size_t start = 0; start < day; start++)
            count += sums[start] == partner;
    }
    free(sums);
    return count;
}
