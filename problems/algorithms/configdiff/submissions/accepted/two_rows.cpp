// O(n m): two rows of the table, over lines that have been numbered.
#include "signature.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

int fewest_edits(const std::vector<std::string> &current, const std::vector<std::string> &wanted)
{
    std::unordered_map<std::string, int> numbers;
    auto numbered = [&](const std::vector<std::string> &lines) {
        std::vector<int> result;
        for (const std::string &line : lines)
            result.push_back(numbers.emplace(line, numbers.size()).first->second);
        return result;
    };
    const std::vector<int> from = numbered(current), to = numbered(wanted);
    std::vector<int> above(to.size() + 1), row(to.size() + 1);

    std::iota(above.begin(), above.end(), 0);
    for (size_t i = 1; i <= from.size(); i++) {
        row[0] = static_cast<int>(i);
        for (size_t j = 1; j <= to.size(); j++)
            row[j] = from[i - 1] == to[j - 1]
                         ? above[j - 1]
                         : 1 + std::min({above[j - 1], above[j], row[j - 1]});
        std::swap(above, row);
    }
    return above[to.size()];
}
