/* Mistake: takes the last place of a row and the first of the next for neighbours; 06-edges-16. */
#include "signature.h"

#include <stdlib.h>

static int larger_first(const void *left, const void *right)
{
    return *(const int *) right - *(const int *) left;
}

struct list_int zone_sizes(struct matrix_int feeds)
{
    int count = (int) (feeds.rows * feeds.columns), columns = (int) feeds.columns;
    int steps[] = { 1, -1, columns, -columns };
    int *stack = malloc((size_t) count * sizeof(*stack));
    struct list_int sizes = { 0, malloc((size_t) count * sizeof(int)) };

    for (int start = 0; start < count; start++) {
        int feed = feeds.cells[start], used = 0, size = 0;

        if (feed == 0)
            continue;
        feeds.cells[start] = 0;
        stack[used++] = start;
        while (used > 0) {
            int at = stack[--used];

            size++;
            for (int i = 0; i < 4; i++) {
                int to = at + steps[i];
                if (to >= 0 && to < count && feeds.cells[to] == feed) {
                    feeds.cells[to] = 0;
                    stack[used++] = to;
                }
            }
        }
        sizes.items[sizes.count++] = size;
    }
    qsort(sizes.items, sizes.count, sizeof(int), larger_first);
    free(stack);
    return sizes;
}
