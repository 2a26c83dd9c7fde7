// huge; time O(1); space O(1)
package main

import "fmt"

func main() {
	var n int64
	fmt.Scan(&n)
	multiples := func(k int64) int64 {
		count := (n - 1) / k
		return k * (count * (count + 1) / 2)
	}
	fmt.Println(multiples(3) + multiples(5) - multiples(15))
}
