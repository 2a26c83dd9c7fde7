// Slow: O(n^2), searches the window for its next extreme when one leaves.
#include "signature.h"

#include <algorithm>

std::vector<int> steady_stretch(const std::vector<int> &loads, int spread)
{
    auto start = loads.begin(), best = start;
    auto smallest = start, largest = start;
    auto best_length = start - start;

    for (auto at = start; at != loads.end(); ++at) {
        if (*at <= *smallest)
            smallest = at;
        if (*at >= *largest)
            largest = at;
        while (*largest - *smallest > spread) {
            ++start;
            if (smallest < start)
                smallest = std::min_element(start, at + 1);
            if (largest < start)
                largest = std::max_element(start, at + 1);
        }
        if (at + 1 - start > best_length) {
            best = start;
            best_length = at + 1 - start;
        }
    }
    return {static_cast<int>(best - loads.begin()), static_cast<int>(best_length)};
}
