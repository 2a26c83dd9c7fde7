// queries; time O(n log n); space O(n); families: wide, random; kind: prefix sums, sort.Search
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<16)
	var n int
	fmt.Fscan(in, &n)
	prefix := make([]int64, n+1)
	for i := 1; i <= n; i++ {
		var x int64
		fmt.Fscan(in, &x)
		prefix[i] = prefix[i-1] + x
	}
	var answer int64
	for q := 0; q < n; q++ {
		var l, r int
		fmt.Fscan(in, &l, &r)
		half := (prefix[l-1] + prefix[r]) / 2
		k := sort.Search(r-l+1, func(i int) bool { return prefix[l+i] >= half })
		answer += int64(k)
	}
	fmt.Println(answer)
}
