// Slow: O(n^2), lets air in by sweeps forth and back until nothing changes any more.
#include "signature.h"

enum { FREE, WALL, SEALED, AIR };

static bool spread(std::vector<signed char> &cells, int at, int columns)
{
    if (cells[at] != FREE
        || (cells[at - 1] != AIR && cells[at + 1] != AIR && cells[at - columns] != AIR && cells[at + columns] != AIR))
        return false;
    cells[at] = AIR;
    return true;
}

int seal_rooms(std::vector<std::vector<int>> &plan)
{
    const int rows = static_cast<int>(plan.size()), columns = static_cast<int>(plan[0].size());
    const int last = (rows - 1) * columns;
    std::vector<signed char> cells;

    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            const bool edge = row == 0 || column == 0 || row == rows - 1 || column == columns - 1;
            cells.push_back(static_cast<signed char>(plan[row][column] == WALL ? WALL : edge ? AIR : FREE));
        }
    for (bool changed = true; changed;) {
        changed = false;
        for (int at = columns; at < last; at++)
            changed |= spread(cells, at, columns);
        for (int at = last - 1; at >= columns; at--)
            changed |= spread(cells, at, columns);
    }

    int rooms = 0;
    std::vector<int> open;
    for (int start = columns; start < last; start++) {
        if (cells[start] != FREE)
            continue;
        rooms++;
        cells[start] = SEALED;
        for (open = {start}; !open.empty();) {
            const int at = open.back();
            open.pop_back();
            for (int to : {at - 1, at + 1, at - columns, at + columns})
                if (cells[to] == FREE) {
                    cells[to] = SEALED;
                    open.push_back(to);
                }
        }
    }
    for (int at = 0; at < rows * columns; at++)
        if (cells[at] == SEALED)
            plan[at / columns][at % columns] = SEALED;
    return rooms;
}
