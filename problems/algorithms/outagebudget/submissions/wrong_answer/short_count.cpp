// Mistake: a count of 32 bits; 24-allzero-200000. It fails for many stretches:
// only large inputs show it.
#include "signature.h"

#include <unordered_map>

long long count_stretches(const std::vector<int> &deltas, int budget)
{
    std::unordered_map<long long, unsigned> seen;
    long long sum = 0;
    unsigned count = 0;

    seen[0] = 1;
    for (int delta : deltas) {
        sum += delta;
        auto before = seen.find(sum - budget);
        if (before != seen.end())
            count += before->second;
        seen[sum]++;
    }
    return count;
}
