// numbers; time O(n^2); space O(n); kind: Vec::remove(0), a quadratic with a tiny constant
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut line: Vec<u32> =
        text.split_ascii_whitespace().skip(1).map(|w| w.parse().unwrap()).collect();
    let mut checksum = 0u32;
    while !line.is_empty() {
        let first = line.remove(0);
        checksum = checksum.rotate_left(5) ^ first;
    }
    println!("{}", checksum);
}
