// attack: includes files and variables of the host as text
// expected: CE
// hides: root:[*!$x]
// hides: MARK_OF_THE_JUDGE secret
const SECRET: &str = include_str!("/etc/shadow");
const MARK: &str = env!("MARK_OF_THE_JUDGE");

fn main() {
    print!("{}{}", SECRET, MARK);
}
