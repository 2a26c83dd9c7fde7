// graph; time O(n log n); space O(n); kind: sort.Slice, union-find
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

type edge struct {
	from, to, weight int
}

func find(parent []int, x int) int {
	for parent[x] != x {
		parent[x] = parent[parent[x]]
		x = parent[x]
	}
	return x
}

func main() {
	reader := bufio.NewReader(os.Stdin)
	var n, m int
	fmt.Fscan(reader, &n, &m)
	edges := make([]edge, m)
	for i := range edges {
		fmt.Fscan(reader, &edges[i].from, &edges[i].to, &edges[i].weight)
	}
	sort.Slice(edges, func(i, j int) bool {
		a, b := edges[i], edges[j]
		if a.weight != b.weight {
			return a.weight < b.weight
		}
		if a.from != b.from {
			return a.from < b.from
		}
		return a.to < b.to
	})
	parent := make([]int, n)
	for i := range parent {
		parent[i] = i
	}
	total := 0
	for _, e := range edges {
		a, b := find(parent, e.from), find(parent, e.to)
		if a != b {
			parent[a] = b
			total += e.weight
		}
	}
	fmt.Println(total)
}
