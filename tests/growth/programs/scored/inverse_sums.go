// huge; time O(log n); space O(1); kind: binary search
package main

import (
	"fmt"
	"sort"
)

func main() {
	var n int
	fmt.Scan(&n)
	answer := 0
	for k := 1; k <= 150; k++ {
		// The first x with k rows of x and a triangle that hold n.
		answer += sort.Search(n, func(x int) bool { return k*x+x*(x+1)/2 >= n })
	}
	fmt.Println(answer)
}
