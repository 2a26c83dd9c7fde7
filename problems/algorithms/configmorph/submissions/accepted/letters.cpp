// O(n L^2): breadth first; makes all strings that differ in one letter and looks them up in a set.
#include "signature.h"

#include <queue>
#include <unordered_set>

int fewest_changes(const std::string &current, const std::string &wanted, const std::vector<std::string> &valid)
{
    std::unordered_set<std::string> left(valid.begin(), valid.end());
    std::queue<std::pair<std::string, int>> queue;

    queue.emplace(current, 0);
    left.erase(current);
    while (!queue.empty()) {
        auto [text, changes] = queue.front();
        queue.pop();
        if (text == wanted)
            return changes;
        for (char &letter : text) {
            const char own = letter;
            for (letter = 'a'; letter <= 'f'; letter++)
                if (left.erase(text) > 0)
                    queue.emplace(text, changes + 1);
            letter = own;
        }
    }
    return -1;
}
