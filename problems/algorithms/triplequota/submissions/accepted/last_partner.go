// O(n^2): sorted; the last partner that fits moves down while the second container moves up.
package main

import "sort"

func countTriples(memory []int, quota int) int64 {
	sorted := append([]int(nil), memory...)
	sort.Ints(sorted)
	var groups int64
	for i := range sorted {
		last := len(sorted) - 1
		for j := i + 1; j < last; j++ {
			for last > j && sorted[i]+sorted[j]+sorted[last] > quota {
				last--
			}
			groups += int64(last - j)
		}
	}
	return groups
}
