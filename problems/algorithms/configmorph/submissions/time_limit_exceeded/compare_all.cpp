// Slow: O(n^2 L), compares each configuration that is reached with all that are left.
#include "signature.h"

#include <queue>

namespace {

bool differ_in_one(const std::string &one, const std::string &two)
{
    int different = 0;

    for (size_t i = 0; i < one.size() && different < 2; i++)
        different += one[i] != two[i];
    return different == 1;
}

} // namespace

int fewest_changes(const std::string &current, const std::string &wanted, const std::vector<std::string> &valid)
{
    std::vector<std::string> left = valid;
    std::queue<std::pair<std::string, int>> queue;

    queue.emplace(current, 0);
    while (!queue.empty()) {
        const auto [text, changes] = queue.front();
        queue.pop();
        if (text == wanted)
            return changes;
        for (size_t i = 0; i < left.size();) {
            if (!differ_in_one(text, left[i])) {
                i++;
                continue;
            }
            queue.emplace(left[i], changes + 1);
            left[i] = left.back();
            left.pop_back();
        }
    }
    return -1;
}
