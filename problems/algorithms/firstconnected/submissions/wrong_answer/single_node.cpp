// Mistake: looks at the number of parts only after a link, so that a single node never connects; 01-random-1.
#include "signature.h"

#include <algorithm>
#include <functional>
#include <numeric>

int first_connected(int nodes, const std::vector<std::vector<int>> &links)
{
    std::vector<std::vector<int>> sorted = links;
    std::vector<int> parent(nodes);
    int parts = nodes;
    std::function<int(int)> find = [&](int node) {
        return parent[node] == node ? node : parent[node] = find(parent[node]);
    };

    std::sort(sorted.begin(), sorted.end());
    std::iota(parent.begin(), parent.end(), 0);
    for (const std::vector<int> &link : sorted) {
        int a = find(link[1]), b = find(link[2]);
        if (a != b) {
            parent[a] = b;
            parts--;
        }
        if (parts == 1)
            return link[0];
    }
    return -1;
}
