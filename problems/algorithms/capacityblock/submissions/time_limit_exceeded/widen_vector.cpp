// Slow: O(n^2), widens the run of each host to both sides, 64 hosts at a time; skips what cannot be better.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <algorithm>

enum { BLOCK = 64 };

static bool all_have(const int *capacity, int amount)
{
    int lacking = 0;

    for (int i = 0; i < BLOCK; i++)
        lacking |= capacity[i] < amount;
    return !lacking;
}

long long largest_block(const std::vector<int> &capacity)
{
    const int *host = capacity.data();
    int n = static_cast<int>(capacity.size());
    long long best = 0;

    for (int i = 0; i < n; i++) {
        int amount = host[i], first = i, end = i + 1;

        if ((i > 0 && host[i - 1] == amount) || static_cast<long long>(amount) * n <= best)
            continue;
        while (end + BLOCK <= n && all_have(host + end, amount))
            end += BLOCK;
        while (end < n && host[end] >= amount)
            end++;
        while (first >= BLOCK && all_have(host + first - BLOCK, amount))
            first -= BLOCK;
        while (first > 0 && host[first - 1] >= amount)
            first--;
        best = std::max(best, static_cast<long long>(amount) * (end - first));
    }
    return best;
}
