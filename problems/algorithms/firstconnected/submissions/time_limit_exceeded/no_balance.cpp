// Slow: O(n^2) for a hub, a union-find without path compression and without balance.
#include "signature.h"

#include <algorithm>
#include <numeric>

int first_connected(int nodes, const std::vector<std::vector<int>> &links)
{
    std::vector<std::vector<int>> sorted = links;
    std::vector<int> parent(nodes);
    int parts = nodes;

    auto find = [&](int node) {
        while (parent[node] != node)
            node = parent[node];
        return node;
    };

    if (parts == 1)
        return 0;
    std::sort(sorted.begin(), sorted.end());
    std::iota(parent.begin(), parent.end(), 0);
    for (const std::vector<int> &link : sorted) {
        int a = find(link[1]), b = find(link[2]);
        if (a == b)
            continue;
        parent[a] = b;
        if (--parts == 1)
            return link[0];
    }
    return -1;
}
