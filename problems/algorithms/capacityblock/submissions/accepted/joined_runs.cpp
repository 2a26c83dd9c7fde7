// O(n log n): adds the hosts from the largest to the smallest and joins the runs that they touch.
#include "signature.h"

#include <algorithm>
#include <numeric>

long long largest_block(const std::vector<int> &capacity)
{
    int n = static_cast<int>(capacity.size());
    std::vector<int> order(n), length(n + 2); // of the run that starts or ends at a host; 0: not added
    long long best = 0;

    std::iota(order.begin(), order.end(), 1);
    std::sort(order.begin(), order.end(),
              [&](int one, int two) { return capacity[one - 1] > capacity[two - 1]; });
    for (int host : order) {
        int before = length[host - 1], behind = length[host + 1];
        int all = before + 1 + behind;
        length[host] = length[host - before] = length[host + behind] = all;
        best = std::max(best, static_cast<long long>(capacity[host - 1]) * all);
    }
    return best;
}
