// grid; time O(n^3); space O(n^2); kind: matrix product
package main

import (
	"bufio"
	"fmt"
	"os"
)

func multiply(a, b [][]int) [][]int {
	n := len(a)
	c := make([][]int, n)
	for i := range c {
		c[i] = make([]int, n)
		for k := range b {
			for j := range c[i] {
				c[i][j] += a[i][k] * b[k][j] % 997
			}
		}
	}
	return c
}

func main() {
	in := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(in, &n)
	a := make([][]int, n)
	for i := range a {
		a[i] = make([]int, n)
		for j := range a[i] {
			fmt.Fscan(in, &a[i][j])
		}
	}
	square, trace := multiply(a, a), 0
	for i := range square {
		trace += square[i][i]
	}
	fmt.Println(trace)
}
