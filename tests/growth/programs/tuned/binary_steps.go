// huge; time O(log n); space O(log n) or O(1); kind: string building, recursion
package main

import "fmt"

func describe(n int) string {
	if n == 1 {
		return "."
	}
	if n%2 == 0 {
		return describe(n/2) + "d"
	}
	return describe(n-1) + "i"
}

func main() {
	var n int
	fmt.Scan(&n)
	steps := 0
	for i := 0; i < 64; i++ {
		steps += len(describe(n + i))
	}
	fmt.Println(steps, describe(n))
}
