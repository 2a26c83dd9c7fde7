// text; time O(n); space O(n); kind: string building
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	text, _ := in.ReadString('\n')
	var out strings.Builder
	for i, letter := range strings.TrimSpace(text) {
		out.WriteRune('a' + (letter-'a'+rune(i))%26)
	}
	fmt.Println(out.Len(), out.String()[:1])
}
