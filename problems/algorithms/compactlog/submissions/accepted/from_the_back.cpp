// O(n): from the back, the first two of each key are kept; then all of them move to the start.
#include "signature.h"

#include <utility>

int compact_log(std::vector<std::vector<int>> &records)
{
    size_t n = records.size(), first = n; // of those that are kept, at the back

    for (size_t i = n; i-- > 0;) {
        if (first + 2 <= n && records[first + 1][0] == records[i][0])
            continue;
        records[--first].swap(records[i]);
    }
    for (size_t i = 0; i < n; i++) {
        if (first + i < n)
            records[i].swap(records[first + i]);
        else
            records[i] = {0, 0};
    }
    return static_cast<int>(n - first);
}
