// numbers; time O(n log n); space O(n); families: random, distinct; kind: dominated by sorting
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
)

type meeting struct{ start, end int }

func main() {
	in := bufio.NewReader(os.Stdin)
	var n, x int
	fmt.Fscan(in, &n)
	meetings := make([]meeting, n)
	for i := range meetings {
		fmt.Fscan(in, &x)
		meetings[i] = meeting{x, x + 1000 + x%7}
	}
	sort.Slice(meetings, func(i, j int) bool { return meetings[i].end < meetings[j].end })
	held, free := 0, 0
	for _, m := range meetings {
		if m.start >= free {
			held++
			free = m.end
		}
	}
	fmt.Println(held)
}
