// Mistake: keeps only the last record of each key; 02-equal-2.
#include "signature.h"

int compact_log(std::vector<std::vector<int>> &records)
{
    size_t kept = 0;

    for (size_t i = 0; i < records.size(); i++) {
        if (i + 1 == records.size() || records[i + 1][0] != records[i][0])
            records[kept++] = records[i];
    }
    for (size_t i = kept; i < records.size(); i++)
        records[i] = {0, 0};
    return static_cast<int>(kept);
}
