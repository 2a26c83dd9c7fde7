// Mistake: the length of the longer one less that of the longest common part; 08-shifted-10.
#include "signature.h"

#include <algorithm>
#include <string>

int fewest_edits(const std::vector<std::string> &current, const std::vector<std::string> &wanted)
{
    const size_t n = current.size(), m = wanted.size();
    std::vector<std::vector<int>> common(n + 1, std::vector<int>(m + 1));

    for (size_t i = 1; i <= n; i++)
        for (size_t j = 1; j <= m; j++)
            common[i][j] = current[i - 1] == wanted[j - 1]
                               ? common[i - 1][j - 1] + 1
                               : std::max(common[i - 1][j], common[i][j - 1]);
    return static_cast<int>(std::max(n, m)) - common[n][m];
}
