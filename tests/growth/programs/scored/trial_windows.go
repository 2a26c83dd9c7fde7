// numbers; time O(n sqrt n); space O(n); kind: a window of the size of the root
package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(in, &n)
	a := make([]int, n)
	for i := range a {
		fmt.Fscan(in, &a[i])
	}
	width := int(math.Sqrt(float64(n))) + 1
	best := 0
	for i := range a {
		sum := 0
		for j := i; j < n && j < i+width; j++ {
			sum ^= a[j]
			if sum > best {
				best = sum
			}
		}
	}
	fmt.Println(best)
}
