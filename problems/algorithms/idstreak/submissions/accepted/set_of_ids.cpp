// O(n): a set of all ids; each streak is walked from its first id.
#include "signature.h"

#include <unordered_set>

std::vector<int> longest_streak(const std::vector<int> &ids)
{
    std::unordered_set<int> there;
    int best = 0, best_length = 0;

    there.reserve(2 * ids.size());
    there.insert(ids.begin(), ids.end());
    for (int id : there) {
        if (there.count(id - 1))
            continue;
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
