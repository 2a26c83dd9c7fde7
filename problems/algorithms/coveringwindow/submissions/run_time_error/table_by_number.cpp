// Crash: a table with a count for every possible number of a service takes 4 GB.
#include "signature.h"

std::vector<int> find_window(const std::vector<int> &lines, const std::vector<int> &required)
{
    std::vector<int> missing(1'000'000'001);
    size_t open = required.size(), start = 0;
    std::vector<int> best;

    for (int service : required)
        missing[service]++;
    for (size_t end = 1; end <= lines.size(); end++) {
        if (missing[lines[end - 1]]-- > 0)
            open--;
        while (open == 0) {
            if (best.empty() || static_cast<int>(end - start) < best[1] - best[0])
                best = {static_cast<int>(start), static_cast<int>(end)};
            if (++missing[lines[start++]] > 0)
                open++;
        }
    }
    return best;
}
