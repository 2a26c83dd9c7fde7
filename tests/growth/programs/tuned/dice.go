// huge; time O(1); space O(1); kind: a long loop that does not depend on n, a small array
package main

import "fmt"

func main() {
	var seed uint64
	fmt.Scan(&seed)
	var faces [6]int
	for roll := 0; roll < 40000; roll++ {
		seed = seed*6364136223846793005 + 1442695040888963407
		faces[seed>>33%6]++
	}
	fmt.Println(faces)
}
