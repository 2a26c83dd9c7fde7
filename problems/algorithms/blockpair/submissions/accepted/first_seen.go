// O(n): a map from size to first position.
package main

func findPair(sizes []int, block int) []int {
	first := map[int]int{}
	for position, size := range sizes {
		if partner, found := first[block-size]; found {
			return []int{partner, position}
		}
		if _, found := first[size]; !found {
			first[size] = position
		}
	}
	return nil
}
