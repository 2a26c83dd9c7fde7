// pairs; time O(n^2); space O(n); kind: DP in two rows
package main

import "fmt"

func least(a, b, c int) int {
	if b < a {
		a = b
	}
	if c < a {
		a = c
	}
	return a
}

func main() {
	var a, b string
	fmt.Scan(&a, &b)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		last := make([]int, len(row))
		copy(last, row)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = least(last[j]+1, row[j-1]+1, last[j-1]+change)
		}
	}
	fmt.Println(row[len(b)])
}
