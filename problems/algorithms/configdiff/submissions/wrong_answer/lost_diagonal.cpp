// Mistake: keeps one row and takes the value left of the place for the one of the diagonal; 02-random-4.
#include "signature.h"

#include <algorithm>
#include <numeric>
#include <string>

int fewest_edits(const std::vector<std::string> &current, const std::vector<std::string> &wanted)
{
    std::vector<int> row(wanted.size() + 1);

    std::iota(row.begin(), row.end(), 0);
    for (size_t i = 1; i <= current.size(); i++) {
        row[0] = static_cast<int>(i);
        for (size_t j = 1; j <= wanted.size(); j++)
            row[j] = current[i - 1] == wanted[j - 1] ? row[j - 1]
                                                     : 1 + std::min(row[j - 1], row[j]);
    }
    return row[wanted.size()];
}
