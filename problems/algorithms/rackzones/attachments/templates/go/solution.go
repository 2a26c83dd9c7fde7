package main

// Finds the zones of a machine room: racks of the same feed that are connected side by side.
// Returns the number of racks of each zone, the largest first; an empty list if there are no racks.
//
// Example:
//     zoneSizes(feeds = [[1, 1, 0, 2], [1, 2, 2, 2], [0, 1, 1, 1]])
//     returns [4, 3, 3]
func zoneSizes(feeds [][]int) []int {
	// Your code.
	return nil
}
