// small; time O(2^n); space O(1) or O(n); kind: recursion, take it or leave it
package main

import "fmt"

var weights []int

func best(i, room, odd int) int {
	if i == len(weights) {
		return odd
	}
	value := best(i+1, room, odd)
	if taken := best(i+1, room-weights[i], odd^weights[i]); room >= 0 && taken > value {
		value = taken
	}
	return value
}

func main() {
	var n int
	fmt.Scan(&n)
	weights = make([]int, n)
	for i := range weights {
		fmt.Scan(&weights[i])
	}
	fmt.Println(best(0, 1000, 0))
}
