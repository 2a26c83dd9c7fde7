// Slow: O(n^2), writes the new part to all nodes of the old one, going through all nodes.
#include "signature.h"

#include <algorithm>
#include <numeric>

int first_connected(int nodes, const std::vector<std::vector<int>> &links)
{
    std::vector<std::vector<int>> sorted = links;
    std::vector<int> part(nodes);
    int parts = nodes;

    if (parts == 1)
        return 0;
    std::sort(sorted.begin(), sorted.end());
    std::iota(part.begin(), part.end(), 0);
    for (const std::vector<int> &link : sorted) {
        int from = part[link[1]], to = part[link[2]];
        if (from == to)
            continue;
        for (int &own : part)
            if (own == from)
                own = to;
        if (--parts == 1)
            return link[0];
    }
    return -1;
}
