// attack: runs the C compiler with options and headers of its own choice
// expected: CE
// hides: root:[*!$x]
package main

// #cgo LDFLAGS: -Wl,-T,/etc/passwd
// #include "/etc/shadow"
import "C"

func main() {}
