// attack: a library in place of a program, so that what the compiler leaves cannot be executed
// expected: CE RTE
package evil

func Main() {}
