// O(n): a record is kept if the one two places on has another key.
#include "signature.h"

#include <algorithm>

int compact_log(std::vector<std::vector<int>> &records)
{
    size_t kept = 0;

    for (size_t i = 0; i < records.size(); i++) {
        if (i + 2 >= records.size() || records[i + 2][0] != records[i][0])
            std::copy(records[i].begin(), records[i].end(), records[kept++].begin());
    }
    for (size_t i = kept; i < records.size(); i++)
        std::fill(records[i].begin(), records[i].end(), 0);
    return static_cast<int>(kept);
}
