// huge; time O(sqrt n); space O(1)
package main

import (
	"fmt"
	"math"
)

func main() {
	var n int
	fmt.Scan(&n)
	count := 0
	for a := 0; a*a <= n; a++ {
		rest := n - a*a
		b := int(math.Sqrt(float64(rest)))
		if b*b == rest {
			count++
		}
	}
	fmt.Println(count)
}
