// numbers; time O(n log n); space O(n); kind: merge sort
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(in, &n)
	a, b := make([]int, n), make([]int, n)
	for i := range a {
		fmt.Fscan(in, &a[i])
	}
	for width := 1; width < n; width *= 2 {
		for low := 0; low < n; low += 2 * width {
			i, middle := low, min(low+width, n)
			j, high := middle, min(low+2*width, n)
			for k := low; k < high; k++ {
				if i < middle && (j == high || a[i] <= a[j]) {
					b[k] = a[i]
					i++
				} else {
					b[k] = a[j]
					j++
				}
			}
		}
		a, b = b, a
	}
	fmt.Println(a[0], a[n/2], a[n-1])
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}
