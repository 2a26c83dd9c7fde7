// Slow: O(n^2), walks on from every host but those with the largest version.
#include "signature.h"

#include <algorithm>

std::vector<int> next_upgrade(const std::vector<int> &versions)
{
    size_t n = versions.size();
    std::vector<int> twice = versions, distance(n);
    int largest = *std::max_element(versions.begin(), versions.end());

    twice.insert(twice.end(), versions.begin(), versions.end());
    for (size_t i = 0; i < n; i++) {
        if (versions[i] == largest)
            continue;
        size_t at = i + 1;
        while (twice[at] <= versions[i])
            at++;
        distance[i] = static_cast<int>(at - i);
    }
    return distance;
}
