// graph; time O(n); space O(n); families: random; kind: recursion, reading by fmt.Fscan
package main

import (
	"bufio"
	"fmt"
	"os"
)

var edges [][]int
var depth []int

func walk(v, parent, d int) int {
	depth[v] = d
	size := 1
	for _, w := range edges[v] {
		if w != parent && depth[w] < 0 {
			size += walk(w, v, d+1)
		}
	}
	return size
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	var n, m int
	fmt.Fscan(in, &n, &m)
	edges = make([][]int, n+1)
	depth = make([]int, n+1)
	for i := range depth {
		depth[i] = -1
	}
	for i := 0; i < m; i++ {
		var a, b, c int
		fmt.Fscan(in, &a, &b, &c)
		edges[a] = append(edges[a], b)
		edges[b] = append(edges[b], a)
	}
	parts := 0
	for v := 0; v < n; v++ {
		if depth[v] < 0 {
			walk(v, 0, 0)
			parts++
		}
	}
	fmt.Println(parts)
}
