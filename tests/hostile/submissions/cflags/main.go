// attack: brings C and assembler files with options for the compiler
// expected: CE WA
// hides: root:[*!$x]
package main

// #cgo CFLAGS: -fplugin=./evil.so -I/etc
// #cgo pkg-config: --define-variable=prefix=/etc evil
import "C"

func main() {}
