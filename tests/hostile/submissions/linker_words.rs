// attack: hands the linker words of its own
// expected: CE
// hides: root:[*!$x]
#[link(name = "c -Wl,-T,/etc/passwd", kind = "dylib")]
extern "C" {
    fn puts(text: *const u8) -> i32;
}

#[link(name = "@/etc/shadow")]
extern "C" {}

fn main() {
    unsafe { puts(b"text\0".as_ptr()) };
}
