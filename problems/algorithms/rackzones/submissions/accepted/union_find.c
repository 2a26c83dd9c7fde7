/* O(n a(n) + z log z): union-find over the places, each joined with those on its right and below. */
#include "signature.h"

#include <stdlib.h>

/* parent[i] < 0: i stands for a zone of -parent[i] places. */
static int find(int *parent, int i)
{
    while (parent[i] >= 0) {
        if (parent[parent[i]] >= 0)
            parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

static void join(int *parent, int i, int j)
{
    i = find(parent, i);
    j = find(parent, j);
    if (i == j)
        return;
    if (parent[i] > parent[j]) { /* j's zone is larger */
        int swapped = i;
        i = j;
        j = swapped;
    }
    parent[i] += parent[j];
    parent[j] = i;
}

static int larger_first(const void *left, const void *right)
{
    return *(const int *) right - *(const int *) left;
}

struct list_int zone_sizes(struct matrix_int feeds)
{
    int count = (int) (feeds.rows * feeds.columns), columns = (int) feeds.columns;
    int *parent = malloc((size_t) count * sizeof(*parent));
    struct list_int sizes = { 0, malloc((size_t) count * sizeof(int)) };

    for (int i = 0; i < count; i++)
        parent[i] = -1;
    for (int i = 0; i < count; i++) {
        if (feeds.cells[i] == 0)
            continue;
        if ((i + 1) % columns != 0 && feeds.cells[i + 1] == feeds.cells[i])
            join(parent, i, i + 1);
        if (i + columns < count && feeds.cells[i + columns] == feeds.cells[i])
            join(parent, i, i + columns);
    }
    for (int i = 0; i < count; i++)
        if (feeds.cells[i] != 0 && parent[i] < 0)
            sizes.items[sizes.count++] = -parent[i];
    qsort(sizes.items, sizes.count, sizeof(int), larger_first);
    free(parent);
    return sizes;
}
