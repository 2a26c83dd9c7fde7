// weigh; time O(n); space O(n)
package main

func weigh(numbers []int) int {
	seen := map[int]bool{}
	for _, x := range numbers {
		seen[x] = true
	}
	return len(seen)
}
