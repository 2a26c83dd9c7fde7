// Mistake: leaves old records behind those that are kept; 03-equal-3.
#include "signature.h"

int compact_log(std::vector<std::vector<int>> &records)
{
    size_t kept = 0;

    for (size_t i = 0; i < records.size(); i++) {
        if (i + 2 >= records.size() || records[i + 2][0] != records[i][0])
            records[kept++] = records[i];
    }
    return static_cast<int>(kept);
}
