// attack: has the linker write more than a disk should take
// expected: CE
package main

var table = [1 << 31]byte{1<<31 - 1: 1}

func main() { println(table[len(table)-1]) }
