package main

// Lets workers take jobs in the order of their arrival.
// Returns the number of the worker that takes each job, counted from 0.
//
// Example:
//     assignJobs(arrivals = [0, 1, 2, 5, 6], durations = [5, 3, 4, 1, 2], workers = 2)
//     returns [0, 1, 1, 0, 0]
func assignJobs(arrivals []int, durations []int, workers int) []int {
	// Your code.
	return nil
}
