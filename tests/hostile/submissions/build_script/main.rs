// attack: a build script, modules by path outside the sources, and bytes of the host's files
// expected: CE
// hides: root:[*!$x]
#[path = "/etc/shadow"]
mod secret;
#[path = "../../../../../../proc/self/environ"]
mod environment;

const BYTES: &[u8] = include_bytes!("../../data/secret/1.ans");
const OUT: Option<&str> = option_env!("OUT_DIR");

fn main() {
    print!("{:?}{:?}", BYTES, OUT);
}
