fn main() {
    println!("cargo:rustc-link-arg=-fplugin=evil.so");
}
