// fewnumbers; time O(n^2 log n); space O(n); families: random, distinct; kind: sorting in a loop
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(in, &n)
	a := make([]int, n)
	for i := range a {
		fmt.Fscan(in, &a[i])
	}
	spread := make([]int, n)
	total := 0
	for _, x := range a {
		for i, y := range a {
			spread[i] = (x - y) * (x - y) % 1000003
		}
		sort.Ints(spread)
		total += spread[n/4]
	}
	fmt.Println(total)
}
