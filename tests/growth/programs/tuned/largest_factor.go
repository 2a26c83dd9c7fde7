// huge; time O(sqrt n); space O(1); families: prime; kind: early exit
package main

import "fmt"

func largestFactor(n int) int {
	if n%2 == 0 {
		return n / 2
	}
	for divisor := 3; divisor*divisor <= n; divisor += 2 {
		if n%divisor == 0 {
			return n / divisor
		}
	}
	return 1
}

func main() {
	var n int
	fmt.Scan(&n)
	fmt.Println(largestFactor(n))
}
