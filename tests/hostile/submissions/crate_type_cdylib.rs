// attack: has the compiler make something that is no program
// expected: CE RTE
#![crate_type = "cdylib"]

pub fn main() {}
