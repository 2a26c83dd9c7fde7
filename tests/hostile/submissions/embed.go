// attack: embeds files of the host into the program
// expected: CE
// hides: root:[*!$x]
package main

import (
	_ "embed"
	"fmt"
)

//go:embed /etc/passwd
var secret string

func main() { fmt.Print(secret) }
