/* Slow: O(n columns), goes through the last two rows for each label that meets another one. */
#include "signature.h"

#include <stdlib.h>

static int descending(const void *left, const void *right)
{
    const int a = *(const int *) left, b = *(const int *) right;

    return (a < b) - (a > b);
}

struct list_int zone_sizes(struct matrix_int feeds)
{
    const size_t columns = feeds.columns, places = feeds.rows * columns;
    int *label = malloc(places * sizeof *label), *size = calloc(places, sizeof *size);
    struct list_int result = { 0, malloc((places + 1) * sizeof(int)) };

    for (size_t at = 0; at < places; at++) {
        label[at] = (int) at;
        if (feeds.cells[at] == 0)
            continue;
        if (at % columns > 0 && feeds.cells[at - 1] == feeds.cells[at])
            label[at] = label[at - 1];
        if (at >= columns && feeds.cells[at - columns] == feeds.cells[at] && label[at - columns] != label[at]) {
            const int from = label[at], to = label[at - columns];

            for (size_t i = at + 1 > 2 * columns ? at + 1 - 2 * columns : 0; i <= at; i++)
                if (label[i] == from)
                    label[i] = to;
            size[to] += size[from];
            size[from] = 0;
        }
        size[label[at]]++;
    }
    for (size_t at = 0; at < places; at++)
        if (size[at] > 0)
            result.items[result.count++] = size[at];
    qsort(result.items, result.count, sizeof(int), descending);
    return result;
}
