// O(n): from the back, the first two of each key are kept; then all of them move to the start.
#include "signature.h"

#include <algorithm>

int compact_log(std::vector<int> &records)
{
    size_t n = records.size(), first = n; // of those that are kept, at the back

    for (size_t i = n; i-- > 0;) {
        if (first + 2 <= n && records[first + 1] / 1000 == records[i] / 1000)
            continue;
        records[--first] = records[i];
    }
    auto end = std::move(records.begin() + static_cast<long>(first), records.end(), records.begin());
    std::fill(end, records.end(), 0);
    return static_cast<int>(n - first);
}
