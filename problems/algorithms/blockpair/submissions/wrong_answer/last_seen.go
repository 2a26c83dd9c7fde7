// Mistake: remembers the last position of a size instead of the first; 12-same-4.
package main

func findPair(sizes []int, block int) []int {
	seen := map[int]int{}
	for position, size := range sizes {
		if partner, found := seen[block-size]; found {
			return []int{partner, position}
		}
		seen[size] = position
	}
	return []int{}
}
