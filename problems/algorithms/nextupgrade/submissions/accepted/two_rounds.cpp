// O(n): a stack of positions that wait for a larger version, twice round the ring.
#include "signature.h"

std::vector<int> next_upgrade(const std::vector<int> &versions)
{
    int n = static_cast<int>(versions.size());
    std::vector<int> distance(n), waiting;

    for (int i = 0; i < 2 * n; i++) {
        while (!waiting.empty() && versions[waiting.back()] < versions[i % n]) {
            distance[waiting.back()] = i - waiting.back();
            waiting.pop_back();
        }
        if (i < n)
            waiting.push_back(i);
    }
    return distance;
}
