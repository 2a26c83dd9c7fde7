// weigh; time O(n); space O(1)
package main

func weigh(numbers []int) int {
	sum := 0
	for _, x := range numbers {
		sum ^= x
	}
	return sum
}
