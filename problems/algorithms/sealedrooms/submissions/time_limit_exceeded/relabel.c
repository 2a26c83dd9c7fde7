// Slow: O(n^2), where two rooms turn out to be one, goes through all cells and renames one of them, eight at a time.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdlib.h>

enum { WALL = -1, OUTSIDE = 1 };

static void rename_room(int *rooms, int cells, int from, int to)
{
    for (int i = 0; i < cells; i++)
        rooms[i] = rooms[i] == from ? to : rooms[i];
}

int seal_rooms(struct matrix_int plan)
{
    int rows = (int) plan.rows, columns = (int) plan.columns, cells = rows * columns;
    int *rooms = malloc(cells * sizeof(*rooms));
    int last = OUTSIDE, sealed = 0;
    char *counted;

    for (int i = 0; i < cells; i++) {
        int row = i / columns, column = i % columns, room = 0;
        int near[3] = { 0, row ? rooms[i - columns] : WALL, column ? rooms[i - 1] : WALL };

        rooms[i] = WALL;
        if (plan.cells[i])
            continue;
        if (row == 0 || row == rows - 1 || column == 0 || column == columns - 1)
            near[0] = OUTSIDE;
        for (int k = 0; k < 3; k++)
            if (near[k] > 0 && (!room || near[k] < room))
                room = near[k];
        rooms[i] = room = room ? room : ++last;
        for (int k = 0; k < 3; k++)
            if (near[k] > room)
                rename_room(rooms, i, near[k], room);
    }
    counted = calloc((size_t) last + 1, 1);
    for (int i = 0; i < cells; i++) {
        if (rooms[i] <= OUTSIDE)
            continue;
        plan.cells[i] = 2;
        sealed += !counted[rooms[i]];
        counted[rooms[i]] = 1;
    }
    free(counted);
    free(rooms);
    return sealed;
}
