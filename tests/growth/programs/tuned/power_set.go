// small; time O(2^n); space O(2^n); kind: allocation-heavy
package main

import "fmt"

func main() {
	var n, x int
	fmt.Scan(&n)
	subsets := [][]int{{}}
	for i := 0; i < n; i++ {
		fmt.Scan(&x)
		for _, subset := range subsets[:len(subsets):len(subsets)] {
			larger := make([]int, len(subset), len(subset)+1)
			copy(larger, subset)
			subsets = append(subsets, append(larger, x))
		}
	}
	widest := 0
	for _, subset := range subsets {
		sum := 0
		for _, value := range subset {
			sum ^= value
		}
		if sum > widest {
			widest = sum
		}
	}
	fmt.Println(widest)
}
