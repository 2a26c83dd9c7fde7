// Slow: O(n^2), puts each start and each end into its place in a sorted array, which moves all behind it.
#include "signature.h"

#include <stdlib.h>
#include <string.h>

static void put(int *sorted, size_t count, int value)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (sorted[middle] < value)
            low = middle + 1;
        else
            high = middle;
    }
    memmove(sorted + low + 1, sorted + low, (count - low) * sizeof(*sorted));
    sorted[low] = value;
}

struct list_int peak_leases(struct list_list_int leases)
{
    size_t n = leases.count, over = 0;
    int *starts = malloc(n * sizeof(*starts));
    int *ends = malloc(n * sizeof(*ends));
    int *peak = calloc(2, sizeof(*peak));

    for (size_t i = 0; i < n; i++) {
        put(starts, i, leases.items[i].items[0]);
        put(ends, i, leases.items[i].items[1]);
    }
    for (size_t i = 0; i < n; i++) {
        while (ends[over] <= starts[i])
            over++;
        if ((int) (i + 1 - over) > peak[1]) {
            peak[0] = starts[i];
            peak[1] = (int) (i + 1 - over);
        }
    }
    return (struct list_int){ 2, peak };
}
