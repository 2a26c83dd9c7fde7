// Crash: a matrix with a cell for each pair of nodes takes 1.25 GB, also when a cell is a bit.
#include "signature.h"

#include <algorithm>

int first_connected(int nodes, const std::vector<std::vector<int>> &links)
{
    std::vector<std::vector<bool>> linked(nodes, std::vector<bool>(nodes));
    std::vector<std::vector<int>> sorted = links;

    if (nodes == 1)
        return 0;
    std::sort(sorted.begin(), sorted.end());
    for (size_t i = 0; i < sorted.size(); i++) {
        linked[sorted[i][1]][sorted[i][2]] = linked[sorted[i][2]][sorted[i][1]] = true;
        if (i + 2 < static_cast<size_t>(nodes))
            continue;
        std::vector<bool> seen(nodes);
        std::vector<int> reached = {0};
        seen[0] = true;
        for (size_t at = 0; at < reached.size(); at++)
            for (int other = 0; other < nodes; other++)
                if (linked[reached[at]][other] && !seen[other]) {
                    seen[other] = true;
                    reached.push_back(other);
                }
        if (reached.size() == static_cast<size_t>(nodes))
            return sorted[i][0];
    }
    return -1;
}
