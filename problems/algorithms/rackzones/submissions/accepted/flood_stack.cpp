// O(n + z log z): floods each zone with a stack of its own; marks in a table.
#include "signature.h"

#include <algorithm>
#include <functional>

std::vector<int> zone_sizes(const std::vector<std::vector<int>> &feeds)
{
    const int rows = static_cast<int>(feeds.size()), columns = static_cast<int>(feeds[0].size());
    std::vector<std::vector<bool>> seen(rows, std::vector<bool>(columns));
    std::vector<std::pair<int, int>> stack;
    std::vector<int> sizes;

    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            if (feeds[row][column] == 0 || seen[row][column])
                continue;
            int size = 0;
            seen[row][column] = true;
            stack.emplace_back(row, column);
            while (!stack.empty()) {
                const auto [r, c] = stack.back();
                stack.pop_back();
                size++;
                for (const auto &[down, right] : {std::pair(0, 1), {1, 0}, {0, -1}, {-1, 0}}) {
                    const int r2 = r + down, c2 = c + right;
                    if (r2 < 0 || r2 >= rows || c2 < 0 || c2 >= columns || seen[r2][c2]
                        || feeds[r2][c2] != feeds[row][column])
                        continue;
                    seen[r2][c2] = true;
                    stack.emplace_back(r2, c2);
                }
            }
            sizes.push_back(size);
        }
    }
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    return sizes;
}
