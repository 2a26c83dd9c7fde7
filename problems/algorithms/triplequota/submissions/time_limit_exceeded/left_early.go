// Slow: O(n^3), sorted, and each loop is left when nothing more can fit; that is late when much fits.
package main

import "sort"

func countTriples(memory []int, quota int) int64 {
	sorted := append([]int(nil), memory...)
	sort.Ints(sorted)
	var groups int64
	for i := 0; i < len(sorted) && 3*sorted[i] <= quota; i++ {
		for j := i + 1; j < len(sorted) && sorted[i]+2*sorted[j] <= quota; j++ {
			room := quota - sorted[i] - sorted[j]
			for k := j + 1; k < len(sorted) && sorted[k] <= room; k++ {
				groups++
			}
		}
	}
	return groups
}
