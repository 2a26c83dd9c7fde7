// weigh; time O(n log n); space O(1)
package main

import "sort"

func weigh(numbers []int) int {
	sort.Ints(numbers)
	return numbers[len(numbers)/2]
}
