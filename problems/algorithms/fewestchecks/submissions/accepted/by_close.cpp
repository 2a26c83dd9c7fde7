// O(n log n): by closing moment, with the moment of the last check.
#include "signature.h"

#include <algorithm>
#include <limits>

int fewest_checks(const std::vector<int> &opens, const std::vector<int> &closes)
{
    std::vector<std::pair<int, int>> windows;
    int checks = 0, last = std::numeric_limits<int>::min();

    for (size_t i = 0; i < opens.size(); i++)
        windows.emplace_back(closes[i], opens[i]);
    std::sort(windows.begin(), windows.end());
    for (auto [closing, opening] : windows)
        if (opening > last) {
            last = closing;
            checks++;
        }
    return checks;
}
