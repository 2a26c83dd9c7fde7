package main

// Splits an ordered list of partitions into at most so many shards of neighbours, such that the
// largest shard is as small as possible, and returns the size of the largest shard.
//
// Example:
//     splitShards(sizes = [4, 2, 7, 3, 5], shards = 3)
//     returns 8
func splitShards(sizes []int, shards int) int64 {
	// Your code.
	return 0
}
