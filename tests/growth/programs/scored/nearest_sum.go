// fewnumbers; time O(n^2 log n); space O(n); kind: binary search in loops
package main

import (
	"fmt"
	"os"
	"bufio"
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
	sort.Ints(a)
	matches := 0
	for i := range a {
		for j := i + 1; j < n; j++ {
			wanted := (a[i] + a[j]) / 2
			place := sort.SearchInts(a, wanted)
			if place < n && a[place] == wanted {
				matches++
			}
		}
	}
	fmt.Println(matches)
}
