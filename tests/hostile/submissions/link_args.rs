// attack: gives the linker libraries and options of its own
// expected: CE
// hides: root:[*!$x]
#[link(name = ":../../../../../../etc/shadow", kind = "static")]
extern "C" {
    fn evil();
}

fn main() {
    unsafe { evil() }
}
