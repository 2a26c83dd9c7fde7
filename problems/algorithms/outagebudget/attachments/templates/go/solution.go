package main

// Counts the stretches of days whose changes add up to exactly the budget.
//
// Example:
//     countStretches(deltas = [30, 20, -10, 40, -40], budget = 40)
//     returns 3
func countStretches(deltas []int, budget int) int64 {
	// Your code.
	return 0
}
