// Mistake: in the sorted list, a repeated id makes the streak longer; 09-equal-4.
#include "signature.h"

#include <algorithm>

std::vector<int> longest_streak(const std::vector<int> &ids)
{
    std::vector<int> sorted = ids;
    int best = 0, best_length = 0, first = 0, length = 0;

    std::sort(sorted.begin(), sorted.end());
    for (size_t i = 0; i < sorted.size(); i++) {
        if (i == 0 || sorted[i] > sorted[i - 1] + 1) {
            first = sorted[i];
            length = 0;
        }
        length++;
        if (length > best_length) {
            best = first;
            best_length = length;
        }
    }
    return {best, best_length};
}
