// O(n^2 log n): for each pair of smaller ones, bisection finds how many thirds fit.
#include "signature.h"

#include <algorithm>

long long count_triples(const std::vector<int> &memory, int quota)
{
    std::vector<int> sorted = memory;
    long long groups = 0;

    std::sort(sorted.begin(), sorted.end());
    for (auto first = sorted.begin(); first != sorted.end(); ++first) {
        for (auto second = first + 1; second != sorted.end(); ++second) {
            auto end = std::upper_bound(second + 1, sorted.end(), quota - *first - *second);
            if (end == second + 1)
                break;
            groups += end - (second + 1);
        }
    }
    return groups;
}
