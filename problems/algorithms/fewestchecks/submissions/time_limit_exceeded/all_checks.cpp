// Slow: O(n^2), compares each window with all checks so far instead of the last one.
#include "signature.h"

#include <algorithm>

int fewest_checks(const std::vector<int> &opens, const std::vector<int> &closes)
{
    std::vector<std::pair<int, int>> windows;
    std::vector<int> checks;

    for (size_t i = 0; i < opens.size(); i++)
        windows.emplace_back(closes[i], opens[i]);
    std::sort(windows.begin(), windows.end());
    for (auto [closing, opening] : windows) {
        bool seen = std::any_of(checks.begin(), checks.end(), [&, from = opening, to = closing](int at) {
            return from <= at && at <= to;
        });
        if (!seen)
            checks.push_back(closing);
    }
    return static_cast<int>(checks.size());
}
