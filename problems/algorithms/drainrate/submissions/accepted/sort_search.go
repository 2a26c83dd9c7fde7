// O(n log m): sort.Search finds the smallest rate that is enough.
package main

import "sort"

func drainRate(queues []int, hours int64) int {
	if int64(len(queues)) > hours {
		return -1
	}
	largest := 1
	for _, messages := range queues {
		if messages > largest {
			largest = messages
		}
	}
	return 1 + sort.Search(largest-1, func(i int) bool {
		rate := i + 1
		needed := int64(0)
		for _, messages := range queues {
			needed += int64((messages + rate - 1) / rate)
		}
		return needed <= hours
	})
}
