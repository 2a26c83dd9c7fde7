// O(n log n): the loads of the window in a multiset, its extremes at the ends.
#include "signature.h"

#include <set>

std::vector<int> steady_stretch(const std::vector<int> &loads, int spread)
{
    std::multiset<int> window;
    size_t start = 0, best_start = 0, best_length = 0;

    for (size_t i = 0; i < loads.size(); i++) {
        window.insert(loads[i]);
        while (*window.rbegin() - *window.begin() > spread)
            window.erase(window.find(loads[start++]));
        if (window.size() > best_length) {
            best_start = start;
            best_length = window.size();
        }
    }
    return {static_cast<int>(best_start), static_cast<int>(best_length)};
}
