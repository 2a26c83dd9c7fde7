// O(n d) for d edits: how far each number of edits gets on each diagonal of the table.
#include "signature.h"

#include <algorithm>
#include <string>

int fewest_edits(const std::vector<std::string> &current, const std::vector<std::string> &wanted)
{
    const int n = static_cast<int>(current.size()), m = static_cast<int>(wanted.size());
    const int never = -2;
    // far[n + 1 + d]: how many lines of current are done on diagonal d, where wanted is d ahead.
    std::vector<int> far(n + m + 3, never), next(n + m + 3, never);

    for (int edits = 0;; edits++) {
        for (int d = std::max(-n, -edits); d <= std::min(m, edits); d++) {
            int at = n + 1 + d;
            int done = edits == 0 ? 0 : std::max({far[at] + 1, far[at - 1], far[at + 1] + 1});

            done = std::min({done, n, m - d});
            while (done < n && done + d < m && current[done] == wanted[done + d])
                done++;
            next[at] = done;
        }
        if (next[n + 1 + m - n] == n)
            return edits;
        std::swap(far, next);
    }
}
