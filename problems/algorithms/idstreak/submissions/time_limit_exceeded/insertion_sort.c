// Slow: O(n^2), puts each id into its place in a sorted array, which moves all behind it.
#include "signature.h"

#include <stdlib.h>
#include <string.h>

struct list_int longest_streak(struct list_int ids)
{
    struct list_int best = { 2, calloc(2, sizeof(int)) };
    int *sorted = malloc((ids.count + 1) * sizeof(*sorted));
    size_t count = 0;
    int length = 0;

    for (size_t i = 0; i < ids.count; i++) {
        size_t low = 0, high = count;

        while (low < high) {
            size_t middle = (low + high) / 2;

            if (sorted[middle] < ids.items[i])
                low = middle + 1;
            else
                high = middle;
        }
        if (low < count && sorted[low] == ids.items[i])
            continue;
        memmove(sorted + low + 1, sorted + low, (count - low) * sizeof(*sorted));
        sorted[low] = ids.items[i];
        count++;
    }
    for (size_t i = 0; i < count; i++) {
        length = i > 0 && sorted[i] == sorted[i - 1] + 1 ? length + 1 : 1;
        if (length > best.items[1]) {
            best.items[0] = sorted[i] - length + 1;
            best.items[1] = length;
        }
    }
    return best;
}
