// numbers; time O(n); space O(1); kind: dominated by reading
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
	low, high, rises, last := 1<<62, 0, 0, 0
	for ; n > 0; n-- {
		fmt.Fscan(in, &x)
		if x < low {
			low = x
		}
		if x > high {
			high = x
		}
		if x > last {
			rises++
		}
		last = x
	}
	fmt.Println(low, high, rises)
}
