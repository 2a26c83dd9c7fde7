// Mistake: counts the lines of the log from 0; 01-one-line.
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var n, k int
	fmt.Fscan(in, &n, &k)
	names := make([]string, n)
	for i := range names {
		fmt.Fscan(in, &names[i])
	}
	count := map[string]int{}
	left, bestLeft, bestLength := 0, 0, 0
	for right, name := range names {
		count[name]++
		for len(count) > k {
			count[names[left]]--
			if count[names[left]] == 0 {
				delete(count, names[left])
			}
			left++
		}
		if right-left+1 > bestLength {
			bestLeft, bestLength = left, right-left+1
		}
	}
	fmt.Println(bestLeft, bestLength)
}
