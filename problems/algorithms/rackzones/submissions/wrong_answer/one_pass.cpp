// Mistake: labels from the left and from above in one pass; labels that meet stay apart; 07-teeth-20.
#include "signature.h"

#include <algorithm>
#include <functional>

std::vector<int> zone_sizes(const std::vector<std::vector<int>> &feeds)
{
    std::vector<std::vector<int>> label(feeds.size(), std::vector<int>(feeds[0].size()));
    std::vector<int> sizes;

    for (size_t row = 0; row < feeds.size(); row++) {
        for (size_t column = 0; column < feeds[0].size(); column++) {
            const int feed = feeds[row][column];
            if (feed == 0)
                continue;
            if (row > 0 && feeds[row - 1][column] == feed) {
                label[row][column] = label[row - 1][column];
            } else if (column > 0 && feeds[row][column - 1] == feed) {
                label[row][column] = label[row][column - 1];
            } else {
                label[row][column] = static_cast<int>(sizes.size());
                sizes.push_back(0);
            }
            sizes[label[row][column]]++;
        }
    }
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    return sizes;
}
