// words; time O(n^2); space O(n); kind: a string built with +=
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Scan()
	line := ""
	for in.Scan() {
		word := strings.TrimSpace(in.Text())
		if line != "" {
			line += ","
		}
		line += word
	}
	fmt.Println(len(line), strings.Count(line, "a"))
}
