// queries; time O(n); space O(n); kind: prefix sums
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Split(bufio.ScanWords)
	read := func() int {
		in.Scan()
		x, _ := strconv.Atoi(in.Text())
		return x
	}
	n := read()
	sums := make([]int, n+1)
	for i := 1; i <= n; i++ {
		sums[i] = sums[i-1] + read()
	}
	answer := 0
	for i := 0; i < n; i++ {
		left, right := read(), read()
		answer ^= sums[right] - sums[left-1]
	}
	fmt.Println(answer)
}
