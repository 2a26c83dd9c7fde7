// text; time O(n^2); space O(n); kind: string building by +
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<18)
	line, _ := in.ReadString('\n')
	reversed := ""
	for i := 0; i+1 < len(line); i++ {
		reversed = string(line[i]) + reversed
	}
	fmt.Println(len(reversed), reversed[:1])
}
