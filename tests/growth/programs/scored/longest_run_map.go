// numbers; time O(n); space O(n); kind: hash map that resizes
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var n, x int
	fmt.Fscan(in, &n)
	present := make(map[int]bool)
	for i := 0; i < n; i++ {
		fmt.Fscan(in, &x)
		present[x] = true
	}
	best := 0
	for start := range present {
		if present[start-1] {
			continue
		}
		length := 1
		for present[start+length] {
			length++
		}
		if length > best {
			best = length
		}
	}
	fmt.Println(best)
}
