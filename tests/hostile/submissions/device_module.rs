// attack: names a device as the file of a module
// expected: CE
// hides: MARK_OF_THE_JUDGE
#[path = "/dev/zero"]
mod zero;
#[path = "/proc/self/environ"]
mod environment;

fn main() {}
