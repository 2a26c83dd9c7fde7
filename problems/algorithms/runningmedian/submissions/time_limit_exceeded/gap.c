// Slow: O(n^2), keeps a sorted array with a gap, which moves to the place of each arrival.
#include "signature.h"

#include <stdlib.h>
#include <string.h>

struct list_int running_medians(struct list_int latencies)
{
    size_t n = latencies.count, below = 0, above = n;
    int *sorted = malloc(n * sizeof(*sorted));
    struct list_int medians = { n, malloc(n * sizeof(int)) };

    for (size_t m = 0; m < n; m++) {
        int latency = latencies.items[m];
        size_t low, high;

        if (below > 0 && sorted[below - 1] > latency) {
            low = 0;
            high = below;
            while (low < high) {
                size_t middle = low + (high - low) / 2;

                if (sorted[middle] <= latency)
                    low = middle + 1;
                else
                    high = middle;
            }
            memmove(sorted + above - (below - low), sorted + low, (below - low) * sizeof(*sorted));
            above -= below - low;
            below = low;
        } else {
            low = above;
            high = n;
            while (low < high) {
                size_t middle = low + (high - low) / 2;

                if (sorted[middle] <= latency)
                    low = middle + 1;
                else
                    high = middle;
            }
            memmove(sorted + below, sorted + above, (low - above) * sizeof(*sorted));
            below += low - above;
            above = low;
        }
        sorted[below++] = latency;
        medians.items[m] = m / 2 < below ? sorted[m / 2] : sorted[above + m / 2 - below];
    }
    free(sorted);
    return medians;
}
