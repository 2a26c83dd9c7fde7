package main

// Finds for each service the wave in which it is deployed, counted from 1.
// dependencies[i] lists the services that service i depends on.
// Returns an empty list if the services cannot be deployed, because some wait for each other.
//
// Example:
//     deployWaves(dependencies = [[2, 1], [2], [], [2]])
//     returns [3, 2, 1, 2]
func deployWaves(dependencies [][]int) []int {
	// Your code.
	return nil
}
