// O(n): breadth first from all patched servers at once; a vector serves as the queue.
#include "signature.h"

int patch_minutes(const std::vector<std::vector<int>> &servers)
{
    struct place {
        int row, column, minute;
    };
    const int rows = static_cast<int>(servers.size()), columns = static_cast<int>(servers[0].size());
    std::vector<std::vector<int>> state = servers;
    std::vector<place> queue;
    int left = 0, last = 0;

    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            if (state[row][column] == 1)
                queue.push_back({row, column, 0});
            left += state[row][column] == 0;
        }
    }
    for (size_t at = 0; at < queue.size(); at++) {
        const place from = queue[at];
        const place next[] = {{from.row, from.column + 1, 0}, {from.row + 1, from.column, 0},
                              {from.row, from.column - 1, 0}, {from.row - 1, from.column, 0}};
        last = from.minute;
        for (const place &to : next) {
            if (to.row < 0 || to.row >= rows || to.column < 0 || to.column >= columns
                || state[to.row][to.column] != 0)
                continue;
            state[to.row][to.column] = 1;
            queue.push_back({to.row, to.column, from.minute + 1});
            left--;
        }
    }
    return left == 0 ? last : -1;
}
