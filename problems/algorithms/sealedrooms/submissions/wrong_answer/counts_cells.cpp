// Mistake: counts the cells of sealed rooms instead of the rooms; 22-hall-160000.
#include "signature.h"

int seal_rooms(std::vector<std::vector<int>> &plan)
{
    const int rows = static_cast<int>(plan.size()), columns = static_cast<int>(plan[0].size());
    std::vector<std::pair<int, int>> stack;
    int sealed = 0;

    auto visit = [&](int row, int column) {
        if (row >= 0 && row < rows && column >= 0 && column < columns && plan[row][column] == 0) {
            plan[row][column] = 3;
            stack.emplace_back(row, column);
        }
    };
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++)
            if (row == 0 || row == rows - 1 || column == 0 || column == columns - 1)
                visit(row, column);
    while (!stack.empty()) {
        const auto [row, column] = stack.back();
        stack.pop_back();
        visit(row, column + 1);
        visit(row + 1, column);
        visit(row, column - 1);
        visit(row - 1, column);
    }
    for (auto &line : plan) {
        for (int &cell : line) {
            sealed += cell == 0;
            cell = cell == 3 ? 0 : cell == 0 ? 2 : cell;
        }
    }
    return sealed;
}
