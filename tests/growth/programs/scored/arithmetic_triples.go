// fewnumbers; time O(n^3); space O(n); families: distinct, random; kind: linear search in loops
package main

import (
	"bufio"
	"fmt"
	"os"
)

func contains(a []int, x int) bool {
	for _, y := range a {
		if y == x {
			return true
		}
	}
	return false
}

func main() {
	in := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(in, &n)
	a := make([]int, n)
	for i := range a {
		fmt.Fscan(in, &a[i])
	}
	count := 0
	for i, x := range a {
		for j := i + 1; j < n; j++ {
			if contains(a[j:], 2*a[j]-x) {
				count++
			}
		}
	}
	fmt.Println(count)
}
