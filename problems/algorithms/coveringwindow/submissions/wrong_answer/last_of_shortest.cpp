// Mistake: a stretch that is as long as the best replaces it; 06-equal-9.
#include "signature.h"

#include <unordered_map>

std::vector<int> find_window(const std::vector<int> &lines, const std::vector<int> &required)
{
    std::unordered_map<int, int> missing;
    size_t open = required.size(), start = 0;
    std::vector<int> best;

    for (int service : required)
        missing[service]++;
    for (size_t end = 1; end <= lines.size(); end++) {
        auto entered = missing.find(lines[end - 1]);
        if (entered != missing.end() && entered->second-- > 0)
            open--;
        while (open == 0) {
            if (best.empty() || static_cast<int>(end - start) <= best[1] - best[0])
                best = {static_cast<int>(start), static_cast<int>(end)};
            auto left = missing.find(lines[start++]);
            if (left != missing.end() && ++left->second > 0)
                open++;
        }
    }
    return best;
}
