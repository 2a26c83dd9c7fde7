// Mistake: searches below the largest partition as well, where one that does not fit is taken for a shard; 09-onelarge-9.
package main

import "sort"

func splitShards(sizes []int, shards int) int64 {
	total := 0
	for _, size := range sizes {
		total += size
	}
	return int64(sort.Search(total, func(capacity int) bool {
		count, load := 1, 0
		for _, size := range sizes {
			if load+size > capacity {
				count++
				load = 0
			}
			load += size
		}
		return count <= shards
	}))
}
