// O((n + m) log m): bisects over the sorted links, with a search through the graph for each try.
#include "signature.h"

#include <algorithm>

namespace {

struct neighbour {
    int node;
    size_t rank; // of the link, in order of time
};

// Whether the first links connect all nodes.
bool connected(const std::vector<std::vector<neighbour>> &neighbours, size_t links)
{
    std::vector<bool> seen(neighbours.size());
    std::vector<int> reached = {0};

    seen[0] = true;
    for (size_t i = 0; i < reached.size(); i++)
        for (const neighbour &next : neighbours[reached[i]])
            if (next.rank < links && !seen[next.node]) {
                seen[next.node] = true;
                reached.push_back(next.node);
            }
    return reached.size() == neighbours.size();
}

} // namespace

int first_connected(int nodes, const std::vector<std::vector<int>> &links)
{
    std::vector<std::vector<int>> sorted = links;
    std::vector<std::vector<neighbour>> neighbours(nodes);
    size_t low = 0, high = links.size(); // how many links are needed

    std::sort(sorted.begin(), sorted.end());
    for (size_t i = 0; i < sorted.size(); i++) {
        neighbours[sorted[i][1]].push_back({sorted[i][2], i});
        neighbours[sorted[i][2]].push_back({sorted[i][1], i});
    }
    if (!connected(neighbours, high))
        return -1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (connected(neighbours, middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low == 0 ? 0 : sorted[low - 1][0];
}
