// O(m log m): links in order of time, a union-find by size with path halving.
#include "signature.h"

#include <algorithm>
#include <numeric>

int first_connected(int nodes, const std::vector<std::vector<int>> &links)
{
    std::vector<int> order(links.size()), parent(nodes), size(nodes, 1);
    int parts = nodes;

    auto find = [&](int node) {
        while (parent[node] != node)
            node = parent[node] = parent[parent[node]];
        return node;
    };

    if (parts == 1)
        return 0;
    std::iota(parent.begin(), parent.end(), 0);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int one, int two) { return links[one][0] < links[two][0]; });
    for (int i : order) {
        int a = find(links[i][1]), b = find(links[i][2]);
        if (a == b)
            continue;
        if (size[a] < size[b])
            std::swap(a, b);
        parent[b] = a;
        size[a] += size[b];
        if (--parts == 1)
            return links[i][0];
    }
    return -1;
}
