// attack: asks the go command to run programs, and links to private functions of the runtime
// expected: CE WA RTE
// hides: made_by_go
package main

//go:generate sh -c "echo made_by_""go >/box/program"

import _ "unsafe"

//go:linkname exit os.runtime_beforeExit
func exit(code int)

func main() {
	println("nothing")
}
