// attack: says that its lines are those of a file of the host
// expected: CE
// hides: root:[*!$x]
// hides: MARK_OF_THE_JUDGE=
package main

//line /etc/shadow:1
func main() { undeclared() }

//line /proc/self/environ:1
var other int = "text"
