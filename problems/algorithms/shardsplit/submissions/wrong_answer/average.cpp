// Mistake: closes a shard before it passes the average, and puts what is left into the last one; 04-random-12.
#include "signature.h"

#include <algorithm>
#include <numeric>

long long split_shards(const std::vector<int> &sizes, int shards)
{
    long long total = std::accumulate(sizes.begin(), sizes.end(), 0LL);
    long long average = (total + shards - 1) / shards;
    long long load = 0, largest = 0;

    for (int size : sizes) {
        if (load > 0 && load + size > average && shards > 1) {
            largest = std::max(largest, load);
            load = 0;
            shards--;
        }
        load += size;
    }
    return std::max(largest, load);
}
