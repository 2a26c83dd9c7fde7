// Mistake: leaves old records behind those that are kept; 03-equal-3.
#include "signature.h"

int compact_log(std::vector<int> &records)
{
    size_t kept = 0;

    for (size_t i = 0; i < records.size(); i++) {
        if (i + 2 >= records.size() || records[i + 2] / 1000 != records[i] / 1000)
            records[kept++] = records[i];
    }
    return static_cast<int>(kept);
}
