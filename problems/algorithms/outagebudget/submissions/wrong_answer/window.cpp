// Mistake: a sliding window, which needs changes above 0; 08-dips-15.
#include "signature.h"

long long count_stretches(const std::vector<int> &deltas, int budget)
{
    long long sum = 0, count = 0;
    size_t start = 0;

    for (size_t end = 0; end < deltas.size(); end++) {
        sum += deltas[end];
        while (start <= end && sum > budget)
            sum -= deltas[start++];
        if (start <= end && sum == budget)
            count++;
    }
    return count;
}
