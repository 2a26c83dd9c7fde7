// O(n + m): both ends of a window move to the right; what is missing is counted, in an unordered_map.
#include "signature.h"

#include <unordered_map>

std::vector<int> find_window(const std::vector<int> &lines, const std::vector<int> &required)
{
    std::unordered_map<int, int> missing; // below zero: more than enough
    size_t open = required.size(), start = 0;
    std::vector<int> best;

    for (int service : required)
        missing[service]++;
    for (size_t end = 1; end <= lines.size(); end++) {
        auto entered = missing.find(lines[end - 1]);
        if (entered != missing.end() && entered->second-- > 0)
            open--;
        while (open == 0) {
            if (best.empty() || static_cast<int>(end - start) < best[1] - best[0])
                best = {static_cast<int>(start), static_cast<int>(end)};
            auto left = missing.find(lines[start++]);
            if (left != missing.end() && ++left->second > 0)
                open++;
        }
    }
    return best;
}
