// Slow: exponential; the largest sizes first, cutting off what cannot become better than the best.
#include "signature.h"

#include <algorithm>
#include <climits>
#include <functional>

static void search(const std::vector<int> &sizes, size_t at, int rest, int packets, int &best)
{
    if (rest == 0)
        best = std::min(best, packets);
    if (rest == 0 || at == sizes.size())
        return;
    for (int count = rest / sizes[at]; count >= 0 && packets + count < best; count--)
        search(sizes, at + 1, rest - count * sizes[at], packets + count, best);
}

int fewest_packets(const std::vector<int> &sizes, int total)
{
    std::vector<int> falling = sizes;
    int best = INT_MAX;

    std::sort(falling.begin(), falling.end(), std::greater<int>());
    search(falling, 0, total, 0, best);
    return best == INT_MAX ? -1 : best;
}
