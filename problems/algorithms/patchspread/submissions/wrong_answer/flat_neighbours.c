/* Mistake: takes the last place of a row and the first of the next for neighbours; 07-ends-20. */
#include "signature.h"

#include <stdlib.h>

int patch_minutes(struct matrix_int servers)
{
    int count = (int) (servers.rows * servers.columns), columns = (int) servers.columns;
    int steps[] = { 1, -1, columns, -columns };
    int *queue = malloc((size_t) count * sizeof(*queue)), *minute = calloc((size_t) count, sizeof(*minute));
    int used = 0, last = 0;

    for (int i = 0; i < count; i++)
        if (servers.cells[i] == 1)
            queue[used++] = i;
    for (int at = 0; at < used; at++) {
        last = minute[queue[at]];
        for (int i = 0; i < 4; i++) {
            int to = queue[at] + steps[i];
            if (to < 0 || to >= count || servers.cells[to] != 0)
                continue;
            servers.cells[to] = 1;
            minute[to] = last + 1;
            queue[used++] = to;
        }
    }
    for (int i = 0; i < count; i++)
        if (servers.cells[i] == 0)
            last = -1;
    free(queue);
    free(minute);
    return last;
}
