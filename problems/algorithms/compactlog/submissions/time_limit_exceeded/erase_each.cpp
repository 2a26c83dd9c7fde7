// Slow: O(n^2), erases each record that goes, which moves all behind it.
#include "signature.h"

int compact_log(std::vector<std::vector<int>> &records)
{
    size_t n = records.size();

    for (size_t i = 0; i + 2 < records.size();) {
        if (records[i][0] == records[i + 2][0])
            records.erase(records.begin() + static_cast<long>(i));
        else
            i++;
    }
    int kept = static_cast<int>(records.size());
    records.resize(n, {0, 0});
    return kept;
}
