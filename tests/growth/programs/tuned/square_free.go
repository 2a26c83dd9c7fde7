// single; time O(n sqrt n); space O(1); kind: bounded inner loop
package main

import "fmt"

func main() {
	var n int
	fmt.Scan(&n)
	score := 0
	for x := 1; x <= n; x++ {
		squares := 0
		for root := 1; root*root <= x; root++ {
			if x%(root*root) == 0 {
				squares++
			}
		}
		if squares == 1 {
			score++
		}
	}
	fmt.Println(score)
}
