// numbers; time O(n^2); space O(n); families: reversed, random; kind: early exit when nothing moved
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(in, &n)
	a := make([]int, n)
	for i := range a {
		fmt.Fscan(in, &a[i])
	}
	rounds := 0
	for moved := true; moved; rounds++ {
		moved = false
		for i := 1; i < n-rounds; i++ {
			if a[i-1] > a[i] {
				a[i-1], a[i] = a[i], a[i-1]
				moved = true
			}
		}
	}
	fmt.Println(rounds, a[0])
}
