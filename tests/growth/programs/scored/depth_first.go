// graph; time O(n); space O(n); kind: recursion
package main

import (
	"bufio"
	"fmt"
	"os"
)

var next [][]int
var seen []bool

func visit(node int) int {
	seen[node] = true
	deepest := 0
	for _, other := range next[node] {
		if !seen[other] {
			if depth := visit(other); depth > deepest {
				deepest = depth
			}
		}
	}
	return deepest + 1
}

func main() {
	in := bufio.NewReader(os.Stdin)
	var n, m, u, v, w int
	fmt.Fscan(in, &n, &m)
	next, seen = make([][]int, n), make([]bool, n)
	for ; m > 0; m-- {
		fmt.Fscan(in, &u, &v, &w)
		next[u] = append(next[u], v)
		next[v] = append(next[v], u)
	}
	fmt.Println(visit(0))
}
