#include "signature.h"

// Splits an ordered list of partitions into at most so many shards of neighbours, such that the
// largest shard is as small as possible, and returns the size of the largest shard.
//
// Example:
//     split_shards(sizes = [4, 2, 7, 3, 5], shards = 3)
//     returns 8
long long split_shards(const std::vector<int> &sizes, int shards)
{
    // Your code.
    (void) sizes;
    (void) shards;
    return 0;
}
