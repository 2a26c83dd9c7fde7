// Slow: O(n^2), erases what goes of each key at once, which moves all behind it; from the back.
#include "signature.h"

int compact_log(std::vector<int> &records)
{
    const size_t size = records.size();
    size_t end = size;

    while (end > 0) {
        size_t start = end - 1;

        while (start > 0 && records[start - 1] / 1000 == records[end - 1] / 1000)
            start--;
        if (end - start > 2)
            records.erase(records.begin() + start, records.begin() + end - 2);
        end = start;
    }
    const int kept = static_cast<int>(records.size());
    records.resize(size);
    return kept;
}
