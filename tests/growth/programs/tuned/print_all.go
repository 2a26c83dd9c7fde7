// numbers; time O(n); space O(1); kind: dominated by reading and printing
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	var n, x, sum int
	fmt.Fscan(in, &n)
	for i := 0; i < n; i++ {
		fmt.Fscan(in, &x)
		sum += x
		fmt.Fprintln(out, sum/(i+1))
	}
}
