// Slow: O(n^2), erases what goes of each run at once, which moves all behind the run.
#include "signature.h"

int compact_log(std::vector<std::vector<int>> &records)
{
    size_t n = records.size();

    for (size_t start = 0; start < records.size();) {
        size_t end = start;
        while (end < records.size() && records[end][0] == records[start][0])
            end++;
        if (end - start > 2) {
            auto run = records.begin() + static_cast<long>(start);
            records.erase(run, run + static_cast<long>(end - start) - 2);
            end = start + 2;
        }
        start = end;
    }
    int kept = static_cast<int>(records.size());
    records.resize(n, {0, 0});
    return kept;
}
