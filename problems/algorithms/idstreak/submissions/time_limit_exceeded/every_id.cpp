// Slow: O(n^2), walks up from every id, not only from the first of a streak.
#include "signature.h"

#include <unordered_set>

std::vector<int> longest_streak(const std::vector<int> &ids)
{
    std::unordered_set<int> there(ids.begin(), ids.end());
    int best = 0, best_length = 0;

    for (int id : there) {
        int length = 1;
        while (there.count(id + length))
            length++;
        if (length > best_length || (length == best_length && id < best)) {
            best = id;
            best_length = length;
        }
    }
    return {best, best_length};
}
