// huge; time O(sqrt n); space O(1); families: prime; kind: trial division with early exit
package main

import "fmt"

func main() {
	var n int
	if _, err := fmt.Scan(&n); err != nil {
		panic(err)
	}
	fmt.Print(n, ":")
	for p := 2; p*p <= n; p++ {
		for n%p == 0 {
			fmt.Print(" ", p)
			n /= p
		}
	}
	if n > 1 {
		fmt.Print(" ", n)
	}
	fmt.Println()
}
