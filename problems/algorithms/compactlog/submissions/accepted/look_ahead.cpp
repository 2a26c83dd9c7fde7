// O(n): a record is kept if the one two places on has another key.
#include "signature.h"

#include <algorithm>

int compact_log(std::vector<int> &records)
{
    size_t kept = 0;

    for (size_t i = 0; i < records.size(); i++) {
        if (i + 2 >= records.size() || records[i + 2] / 1000 != records[i] / 1000)
            records[kept++] = records[i];
    }
    std::fill(records.begin() + static_cast<long>(kept), records.end(), 0);
    return static_cast<int>(kept);
}
