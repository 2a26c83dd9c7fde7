// Crash: a matrix with the first time of a link for each pair of nodes takes 40 GB; Prim's algorithm in O(n^2).
#include "signature.h"

#include <algorithm>
#include <climits>

int first_connected(int nodes, const std::vector<std::vector<int>> &links)
{
    std::vector<std::vector<int>> when(nodes, std::vector<int>(nodes, INT_MAX));
    std::vector<int> reached(nodes, INT_MAX); // when a node is linked to those that were taken
    std::vector<bool> taken(nodes);
    int latest = 0;

    for (const std::vector<int> &link : links) {
        int &first = when[link[1]][link[2]];
        when[link[2]][link[1]] = first = std::min(first, link[0]);
    }
    reached[0] = 0;
    for (int count = 0; count < nodes; count++) {
        int next = -1;
        for (int node = 0; node < nodes; node++)
            if (!taken[node] && (next < 0 || reached[node] < reached[next]))
                next = node;
        if (reached[next] == INT_MAX)
            return -1;
        taken[next] = true;
        latest = std::max(latest, reached[next]);
        for (int node = 0; node < nodes; node++)
            reached[node] = std::min(reached[node], when[next][node]);
    }
    return latest;
}
