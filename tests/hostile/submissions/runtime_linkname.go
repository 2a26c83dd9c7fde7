// attack: takes functions of the runtime that are not its own and code without a body
// expected: CE
// hides: root:[*!$x]
package main

import _ "unsafe"

//go:linkname rawSyscall syscall.rawVforkSyscall
func rawSyscall(trap, a1, a2, a3 uintptr) (uintptr, uintptr)

//go:cgo_ldflag "-Wl,-T,/etc/passwd"
//go:cgo_import_dynamic system system "/lib/evil.so"

func main() { rawSyscall(59, 0, 0, 0) }
