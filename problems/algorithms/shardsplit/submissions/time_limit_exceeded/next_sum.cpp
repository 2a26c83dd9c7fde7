// Slow: O(n^2), raises the capacity from the average to the least with which a shard takes one partition more.
#include "signature.h"

#include <algorithm>
#include <numeric>

long long split_shards(const std::vector<int> &sizes, int shards)
{
    long long total = std::accumulate(sizes.begin(), sizes.end(), 0LL);
    long long capacity = std::max<long long>((total + shards - 1) / shards,
                                             *std::max_element(sizes.begin(), sizes.end()));

    for (;;) {
        long long load = 0, next = total;
        int count = 1;
        for (int size : sizes) {
            load += size;
            if (load > capacity) {
                next = std::min(next, load);
                load = size;
                count++;
            }
        }
        if (count <= shards)
            return capacity;
        capacity = next;
    }
}
