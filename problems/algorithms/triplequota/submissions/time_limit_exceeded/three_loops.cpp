// Slow: O(n^3), tries every group.
#include "signature.h"

long long count_triples(const std::vector<int> &memory, int quota)
{
    size_t n = memory.size();
    long long groups = 0;

    for (size_t i = 0; i < n; i++) {
        for (size_t j = i + 1; j < n; j++) {
            int room = quota - memory[i] - memory[j];
            for (size_t k = j + 1; k < n; k++)
                if (memory[k] <= room)
                    groups++;
        }
    }
    return groups;
}
