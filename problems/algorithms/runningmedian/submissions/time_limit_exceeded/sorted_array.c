// Slow: O(n^2), keeps a sorted array: bisection finds the place, and memmove makes room there.
#include "signature.h"

#include <stdlib.h>
#include <string.h>

struct list_int running_medians(struct list_int latencies)
{
    size_t n = latencies.count;
    int *sorted = malloc(n * sizeof(*sorted));
    struct list_int medians = { n, malloc(n * sizeof(int)) };

    for (size_t m = 0; m < n; m++) {
        int latency = latencies.items[m];
        size_t low = 0, high = m;

        while (low < high) {
            size_t middle = low + (high - low) / 2;

            if (sorted[middle] <= latency)
                low = middle + 1;
            else
                high = middle;
        }
        memmove(sorted + low + 1, sorted + low, (m - low) * sizeof(*sorted));
        sorted[low] = latency;
        medians.items[m] = sorted[m / 2];
    }
    free(sorted);
    return medians;
}
