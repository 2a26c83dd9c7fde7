// Slow: O(n^2), searches the windows that are left for the one that closes first, for each check.
#include "signature.h"

#include <algorithm>

int fewest_checks(const std::vector<int> &opens, const std::vector<int> &closes)
{
    std::vector<std::pair<int, int>> left; // closing, opening
    int checks = 0;

    for (size_t i = 0; i < opens.size(); i++)
        left.emplace_back(closes[i], opens[i]);
    while (!left.empty()) {
        int check = std::min_element(left.begin(), left.end())->first;
        left.erase(std::remove_if(left.begin(), left.end(),
                                  [&](const auto &window) { return window.second <= check; }),
                   left.end());
        checks++;
    }
    return checks;
}
