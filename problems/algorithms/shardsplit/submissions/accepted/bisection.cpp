// O(n log s): bisection of the capacity between the largest partition and the sum of all.
#include "signature.h"

#include <algorithm>
#include <numeric>

static int shards_needed(const std::vector<int> &sizes, long long capacity)
{
    int count = 1;
    long long load = 0;

    for (int size : sizes) {
        if (load + size > capacity) {
            count++;
            load = 0;
        }
        load += size;
    }
    return count;
}

long long split_shards(const std::vector<int> &sizes, int shards)
{
    long long low = *std::max_element(sizes.begin(), sizes.end());
    long long high = std::accumulate(sizes.begin(), sizes.end(), 0LL);

    while (low < high) {
        long long capacity = low + (high - low) / 2;
        if (shards_needed(sizes, capacity) <= shards)
            high = capacity;
        else
            low = capacity + 1;
    }
    return low;
}
