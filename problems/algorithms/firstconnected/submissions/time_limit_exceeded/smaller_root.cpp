// Slow: O(n^2), a union-find without path compression whose larger root goes below the smaller one.
#include "signature.h"

#include <algorithm>
#include <numeric>

int first_connected(int nodes, const std::vector<std::vector<int>> &links)
{
    std::vector<std::vector<int>> by_time = links;
    std::vector<int> above(nodes);
    int parts = nodes;

    if (nodes == 1)
        return 0;
    std::sort(by_time.begin(), by_time.end());
    std::iota(above.begin(), above.end(), 0);
    for (const std::vector<int> &link : by_time) {
        int a = link[1], b = link[2];

        while (above[a] != a)
            a = above[a];
        while (above[b] != b)
            b = above[b];
        if (a == b)
            continue;
        above[std::max(a, b)] = std::min(a, b);
        if (--parts == 1)
            return link[0];
    }
    return -1;
}
