// Slow: O(n m^2), tries every line of wanted as the partner of each line of current.
#include "signature.h"

#include <algorithm>
#include <string>

int fewest_edits(const std::vector<std::string> &current, const std::vector<std::string> &wanted)
{
    const int n = static_cast<int>(current.size()), m = static_cast<int>(wanted.size());
    std::vector<std::vector<int>> edits(n + 1, std::vector<int>(m + 1));

    for (int j = 0; j <= m; j++)
        edits[n][j] = m - j;
    for (int i = n - 1; i >= 0; i--)
        for (int j = m; j >= 0; j--) {
            edits[i][j] = edits[i + 1][j] + 1;
            for (int partner = j; partner < m; partner++) {
                int inserted = partner - j, replaced = current[i] != wanted[partner];
                edits[i][j] = std::min(edits[i][j], inserted + replaced + edits[i + 1][partner + 1]);
            }
        }
    return edits[0][0];
}
