// Slow: O(n) for each minute, and there may be n / 2: goes through the whole room each time.
#include "signature.h"

int patch_minutes(const std::vector<std::vector<int>> &servers)
{
    const int rows = static_cast<int>(servers.size()), columns = static_cast<int>(servers[0].size());
    std::vector<std::vector<int>> state = servers;

    for (int minutes = 0;; minutes++) {
        std::vector<std::pair<int, int>> reached;
        bool waiting = false;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (state[row][column] != 0)
                    continue;
                waiting = true;
                if ((row > 0 && state[row - 1][column] == 1)
                    || (row + 1 < rows && state[row + 1][column] == 1)
                    || (column > 0 && state[row][column - 1] == 1)
                    || (column + 1 < columns && state[row][column + 1] == 1))
                    reached.emplace_back(row, column);
            }
        }
        if (!waiting)
            return minutes;
        if (reached.empty())
            return -1;
        for (const auto &[row, column] : reached)
            state[row][column] = 1;
    }
}
