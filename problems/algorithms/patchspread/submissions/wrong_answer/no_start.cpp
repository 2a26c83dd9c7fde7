// Mistake: answers -1 without patched servers, although there may be none that wait; 02-walls-1.
#include "signature.h"

#include <queue>
#include <tuple>

int patch_minutes(const std::vector<std::vector<int>> &servers)
{
    const int rows = static_cast<int>(servers.size()), columns = static_cast<int>(servers[0].size());
    auto state = servers;
    std::queue<std::tuple<int, int, int>> queue;
    int last = -1;

    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++)
            if (state[row][column] == 1)
                queue.emplace(row, column, 0);
    while (!queue.empty()) {
        const auto [row, column, minute] = queue.front();
        queue.pop();
        last = minute;
        for (const auto &[down, right] : {std::pair(0, 1), {1, 0}, {0, -1}, {-1, 0}}) {
            const int r = row + down, c = column + right;
            if (r < 0 || r >= rows || c < 0 || c >= columns || state[r][c] != 0)
                continue;
            state[r][c] = 1;
            queue.emplace(r, c, minute + 1);
        }
    }
    for (const auto &line : state)
        for (int value : line)
            if (value == 0)
                return -1;
    return last;
}
