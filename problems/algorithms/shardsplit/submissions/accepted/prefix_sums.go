// O(k log n log s): prefix sums; sort.Search finds the end of each of k shards.
package main

import "sort"

func splitShards(sizes []int, shards int) int64 {
	sums := make([]int, len(sizes)+1)
	low := 0
	for i, size := range sizes {
		sums[i+1] = sums[i] + size
		if size > low {
			low = size
		}
	}
	high := sums[len(sizes)]
	return int64(low + sort.Search(high-low, func(more int) bool {
		return fits(sums, shards, low+more)
	}))
}

func fits(sums []int, shards, capacity int) bool {
	start := 0
	for ; shards > 0 && start < len(sums)-1; shards-- {
		rest := sums[start+1:]
		start += sort.Search(len(rest), func(i int) bool { return rest[i] > sums[start]+capacity })
	}
	return start == len(sums)-1
}
