// Mistake: checks at the moment at which most windows are open, then where most of the rest are; 12-crowd-6.
#include "signature.h"

#include <algorithm>
#include <map>

int fewest_checks(const std::vector<int> &opens, const std::vector<int> &closes)
{
    std::vector<std::pair<int, int>> left;
    int checks = 0;

    for (size_t i = 0; i < opens.size(); i++)
        left.emplace_back(opens[i], closes[i]);
    while (!left.empty()) {
        std::map<int, int> change;
        for (auto [opening, closing] : left) {
            change[opening]++;
            change[closing + 1]--;
        }
        int open = 0, most = 0, check = 0;
        for (auto [moment, difference] : change) {
            open += difference;
            if (open > most) {
                most = open;
                check = moment;
            }
        }
        left.erase(std::remove_if(left.begin(), left.end(),
                                  [&](const auto &window) {
                                      return window.first <= check && check <= window.second;
                                  }),
                   left.end());
        checks++;
    }
    return checks;
}
