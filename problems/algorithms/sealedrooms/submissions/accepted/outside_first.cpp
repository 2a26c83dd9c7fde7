// O(n): floods from the edge with a mark of its own; what is left free is sealed.
#include "signature.h"

namespace {

void flood(std::vector<std::vector<int>> &plan, int row, int column, int mark)
{
    const int rows = static_cast<int>(plan.size()), columns = static_cast<int>(plan[0].size());
    std::vector<std::pair<int, int>> stack = {{row, column}};

    plan[row][column] = mark;
    while (!stack.empty()) {
        const auto [r, c] = stack.back();
        stack.pop_back();
        for (const auto &[down, right] : {std::pair(0, 1), {1, 0}, {0, -1}, {-1, 0}}) {
            const int r2 = r + down, c2 = c + right;
            if (r2 < 0 || r2 >= rows || c2 < 0 || c2 >= columns || plan[r2][c2] != 0)
                continue;
            plan[r2][c2] = mark;
            stack.emplace_back(r2, c2);
        }
    }
}

} // namespace

int seal_rooms(std::vector<std::vector<int>> &plan)
{
    const int rows = static_cast<int>(plan.size()), columns = static_cast<int>(plan[0].size());
    const int sealed = 2, open = 3;
    int rooms = 0;

    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++)
            if (plan[row][column] == 0
                && (row == 0 || row == rows - 1 || column == 0 || column == columns - 1))
                flood(plan, row, column, open);
    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            if (plan[row][column] == 0) {
                flood(plan, row, column, sealed);
                rooms++;
            }
        }
    }
    for (auto &line : plan)
        for (int &cell : line)
            if (cell == open)
                cell = 0;
    return rooms;
}
