// Slow: O(n^2), rewrites all labels whenever two of them meet.
#include "signature.h"

#include <algorithm>
#include <functional>

std::vector<int> zone_sizes(const std::vector<std::vector<int>> &feeds)
{
    const int rows = static_cast<int>(feeds.size()), columns = static_cast<int>(feeds[0].size());
    std::vector<std::vector<int>> label(rows, std::vector<int>(columns, -1));
    int labels = 0;

    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            const int feed = feeds[row][column];
            if (feed == 0)
                continue;
            const int above = row > 0 && feeds[row - 1][column] == feed ? label[row - 1][column] : -1;
            const int left = column > 0 && feeds[row][column - 1] == feed ? label[row][column - 1] : -1;
            if (above < 0 && left < 0)
                label[row][column] = labels++;
            else
                label[row][column] = std::max(above, left);
            if (above >= 0 && left >= 0 && above != left)
                for (auto &line : label)
                    std::replace(line.begin(), line.end(), std::min(above, left), std::max(above, left));
        }
    }

    std::vector<int> sizes(labels);
    for (const auto &line : label)
        for (int at : line)
            if (at >= 0)
                sizes[at]++;
    sizes.erase(std::remove(sizes.begin(), sizes.end(), 0), sizes.end());
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    return sizes;
}
