// Slow: O(n m (n + m)), deletes and inserts whole stretches of lines and tries every length of them.
#include "signature.h"

#include <algorithm>
#include <string>

int fewest_edits(const std::vector<std::string> &current, const std::vector<std::string> &wanted)
{
    const int n = static_cast<int>(current.size()), m = static_cast<int>(wanted.size());
    std::vector<std::vector<int>> edits(n + 1, std::vector<int>(m + 1));

    for (int i = 0; i <= n; i++)
        for (int j = 0; j <= m; j++) {
            edits[i][j] = i + j;
            if (i > 0 && j > 0)
                edits[i][j] = edits[i - 1][j - 1] + (current[i - 1] != wanted[j - 1]);
            for (int deleted = 1; deleted <= i; deleted++)
                edits[i][j] = std::min(edits[i][j], edits[i - deleted][j] + deleted);
            for (int inserted = 1; inserted <= j; inserted++)
                edits[i][j] = std::min(edits[i][j], edits[i][j - inserted] + inserted);
        }
    return edits[n][m];
}
