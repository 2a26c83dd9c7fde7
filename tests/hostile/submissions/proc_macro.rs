// attack: a procedural macro, which the compiler would load and run, in place of a program
// expected: CE RTE
#![crate_type = "proc-macro"]
extern crate proc_macro;

#[proc_macro]
pub fn main(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    "".parse().unwrap()
}
// fn main() {}
