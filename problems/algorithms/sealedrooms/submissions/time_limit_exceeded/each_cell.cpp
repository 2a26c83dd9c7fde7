// Slow: O(n^2), a search of its own from each free cell, whether it reaches the edge.
#include "signature.h"

int seal_rooms(std::vector<std::vector<int>> &plan)
{
    const int rows = static_cast<int>(plan.size()), columns = static_cast<int>(plan[0].size());
    std::vector<std::vector<int>> seen(rows, std::vector<int>(columns, -1));
    std::vector<std::pair<int, int>> cells;
    std::vector<std::pair<int, int>> sealed;
    int rooms = 0;

    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            const int start = row * columns + column;
            bool open = false, first = true;
            if (plan[row][column] != 0)
                continue;
            cells.assign(1, {row, column});
            seen[row][column] = start;
            for (size_t at = 0; at < cells.size() && !open; at++) {
                const auto [r, c] = cells[at];
                open = r == 0 || r == rows - 1 || c == 0 || c == columns - 1;
                first = first && r * columns + c >= start;
                for (const auto &[down, right] : {std::pair(0, 1), {1, 0}, {0, -1}, {-1, 0}}) {
                    const int r2 = r + down, c2 = c + right;
                    if (r2 < 0 || r2 >= rows || c2 < 0 || c2 >= columns || plan[r2][c2] != 0
                        || seen[r2][c2] == start)
                        continue;
                    seen[r2][c2] = start;
                    cells.emplace_back(r2, c2);
                }
            }
            if (!open) {
                sealed.emplace_back(row, column);
                rooms += first;
            }
        }
    }
    for (const auto &[row, column] : sealed)
        plan[row][column] = 2;
    return rooms;
}
