// Slow: O(n^2), tries every stretch with a running sum.
#include "signature.h"

long long count_stretches(const std::vector<int> &deltas, int budget)
{
    long long count = 0;

    for (size_t start = 0; start < deltas.size(); start++) {
        long long sum = 0;
        for (size_t end = start; end < deltas.size(); end++) {
            sum += deltas[end];
            count += sum == budget;
        }
    }
    return count;
}
