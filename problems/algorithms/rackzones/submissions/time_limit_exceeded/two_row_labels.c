// Slow: O(n^2) for two rows, rewrites the labels of two rows, eight at a time, whenever two of them meet.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>

static int compare_falling(const void *one, const void *two)
{
    int a = *(const int *) one, b = *(const int *) two;

    return (a < b) - (a > b);
}

/* Labels of rows that are done are not looked at any more: their racks are counted in sizes. */
static void rewrite(int *labels, size_t count, int from, int to)
{
    for (size_t i = 0; i < count; i++)
        labels[i] = labels[i] == from ? to : labels[i];
}

struct list_int zone_sizes(struct matrix_int feeds)
{
    size_t columns = feeds.columns, kept = 0;
    int *labels = malloc(2 * columns * sizeof(*labels)), *own = labels + columns;
    int *sizes = calloc(feeds.rows * columns + 1, sizeof(*sizes));
    int used = 0;

    for (size_t i = 0; i < 2 * columns; i++)
        labels[i] = -1;
    for (size_t row = 0; row < feeds.rows; row++) {
        const int *feed = feeds.cells + row * columns;

        for (size_t column = 0; column < columns; column++) {
            int left = column > 0 && feed[column - 1] == feed[column] ? own[column - 1] : -1;
            int above = row > 0 && (feed - columns)[column] == feed[column] ? labels[column] : -1;

            own[column] = -1;
            if (feed[column] == 0)
                continue;
            own[column] = above >= 0 ? above : left >= 0 ? left : used++;
            sizes[own[column]]++;
            if (above < 0 || left < 0 || above == left)
                continue;
            rewrite(labels, columns + column, left, above);
            sizes[above] += sizes[left];
            sizes[left] = 0;
        }
        for (size_t column = 0; column < columns; column++)
            labels[column] = own[column];
    }
    qsort(sizes, (size_t) used, sizeof(*sizes), compare_falling);
    while (kept < (size_t) used && sizes[kept] > 0)
        kept++;
    return (struct list_int){ kept, sizes };
}
