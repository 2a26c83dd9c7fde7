// queries; time O(n sqrt n); space O(n); families: wide, random; kind: square root decomposition, lazy additions
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	var n, left, right int
	fmt.Fscan(in, &n)
	values := make([]int, n)
	size := 1
	for size*size < n {
		size++
	}
	lazy := make([]int, n/size+1)
	for i := range values {
		fmt.Fscan(in, &values[i])
	}
	sum := 0
	for q := 0; q < n; q++ {
		fmt.Fscan(in, &left, &right)
		for i := left - 1; i < right; {
			if i%size == 0 && i+size <= right {
				lazy[i/size] += q
				i += size
			} else {
				values[i] += q
				i++
			}
		}
		sum ^= values[left-1] + lazy[(left-1)/size]
	}
	fmt.Println(sum)
}
