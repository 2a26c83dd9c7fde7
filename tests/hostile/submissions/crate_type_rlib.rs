// attack: has the compiler make something that is no program
// expected: CE
#![crate_type = "rlib"]

pub fn main() {}
