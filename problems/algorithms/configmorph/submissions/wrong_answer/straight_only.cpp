// Mistake: changes a letter only to the wanted one, and so finds no detour; 07-chain-9.
#include "signature.h"

#include <queue>
#include <unordered_set>

int fewest_changes(const std::string &current, const std::string &wanted, const std::vector<std::string> &valid)
{
    std::unordered_set<std::string> left(valid.begin(), valid.end());
    std::queue<std::pair<std::string, int>> queue;

    queue.emplace(current, 0);
    while (!queue.empty()) {
        auto [text, changes] = queue.front();
        queue.pop();
        if (text == wanted)
            return changes;
        for (size_t i = 0; i < text.size(); i++) {
            std::string other = text;
            other[i] = wanted[i];
            if (left.erase(other) > 0)
                queue.emplace(other, changes + 1);
        }
    }
    return -1;
}
