// Slow: O(n^2), extends a stretch from every start that can still be the best.
#include "signature.h"

#include <algorithm>

std::vector<int> steady_stretch(const std::vector<int> &loads, int spread)
{
    int n = static_cast<int>(loads.size()), best_start = 0, best_length = 0;

    for (int start = 0; n - start > best_length; start++) {
        int largest = loads[start], smallest = loads[start], end = start + 1;
        for (; end < n; end++) {
            largest = std::max(largest, loads[end]);
            smallest = std::min(smallest, loads[end]);
            if (largest - smallest > spread)
                break;
        }
        if (end - start > best_length) {
            best_start = start;
            best_length = end - start;
        }
    }
    return {best_start, best_length};
}
