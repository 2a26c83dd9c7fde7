// queries; time O(n sqrt n); space O(n); kind: steps of different widths
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let v: Vec<usize> = text.split_ascii_whitespace().map(|w| w.parse().unwrap()).collect();
    let n = v[0];
    let a = &v[1..=n];
    let width = (n as f64).sqrt() as usize + 1;
    let mut answer = 0usize;
    // From each left end in steps of about the square root.
    for query in v[n + 1..].chunks(2) {
        let mut i = query[0] % width;
        while i < n {
            answer = answer.wrapping_mul(3) ^ a[i];
            i += width;
        }
        answer += query[1];
    }
    println!("{}", answer % 1_000_007);
}
