// attack: a library in place of a program, so that what the compiler leaves cannot be executed
// expected: CE RTE
#![crate_type = "lib"]

pub fn main() {}
