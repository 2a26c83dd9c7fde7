package main

// Weighs numbers.
//
// Example:
//     weigh(numbers = [1, 2])
//     returns 0
func weigh(numbers []int) int {
	// Your code.
	return 0
}
