// O(n log n): a heap gives the window that opens last; a check there looks at all that close later.
#include "signature.h"

#include <queue>

int fewest_checks(const std::vector<int> &opens, const std::vector<int> &closes)
{
    std::priority_queue<std::pair<int, int>> windows; // opening, closing
    int checks = 0;

    for (size_t i = 0; i < opens.size(); i++)
        windows.emplace(opens[i], closes[i]);
    while (!windows.empty()) {
        int check = windows.top().first;
        checks++;
        while (!windows.empty() && windows.top().second >= check)
            windows.pop();
    }
    return checks;
}
