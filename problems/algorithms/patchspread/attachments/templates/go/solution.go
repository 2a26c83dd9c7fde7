package main

// Finds out how long a patch takes to reach every server of a room.
// Returns the number of minutes, or -1 if some server is never patched.
//
// Example:
//     patchMinutes(servers = [[1, 0, 0, 0], [2, 2, 2, 0], [1, 0, 0, 0]])
//     returns 4
func patchMinutes(servers [][]int) int {
	// Your code.
	return 0
}
