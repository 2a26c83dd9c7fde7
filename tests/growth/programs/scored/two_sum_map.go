// keys; time O(n); space O(n); kind: a map that grows, early exit that never comes
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
)

func main() {
	scanner := bufio.NewScanner(os.Stdin)
	scanner.Buffer(make([]byte, 1024*1024), 1024*1024)
	scanner.Split(bufio.ScanWords)
	scanner.Scan()
	n, _ := strconv.Atoi(scanner.Text())
	const target = -1
	index := make(map[int]int)
	for i := 0; i < n; i++ {
		scanner.Scan()
		x, err := strconv.Atoi(scanner.Text())
		if err != nil {
			panic(err)
		}
		if j, ok := index[target-x]; ok {
			fmt.Println(j, i)
			return
		}
		index[x] = i
	}
	fmt.Println("none of", len(index))
}
