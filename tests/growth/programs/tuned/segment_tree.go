// queries; time O(n log n); space O(n); families: random; kind: segment tree
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<16)
	var n, left, right int
	fmt.Fscan(in, &n)
	tree := make([]int, 2*n)
	for i := n; i < 2*n; i++ {
		fmt.Fscan(in, &tree[i])
	}
	for i := n - 1; i > 0; i-- {
		tree[i] = max(tree[2*i], tree[2*i+1])
	}
	sum := 0
	for i := 0; i < n; i++ {
		fmt.Fscan(in, &left, &right)
		best := 0
		for a, b := left-1+n, right+n; a < b; a, b = a/2, b/2 {
			if a%2 == 1 {
				best = max(best, tree[a])
				a++
			}
			if b%2 == 1 {
				b--
				best = max(best, tree[b])
			}
		}
		sum += best
		// The position that was asked for last becomes smaller.
		for p := right - 1 + n; p > 0; p /= 2 {
			if p >= n {
				tree[p] /= 2
			} else {
				tree[p] = max(tree[2*p], tree[2*p+1])
			}
		}
	}
	fmt.Println(sum)
}

func max(a, b int) int {
	if a > b {
		return a
	}
	return b
}
