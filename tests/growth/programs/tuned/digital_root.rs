// huge; time O(1); space O(1); kind: a closed form
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let n: u64 = line.trim().parse().unwrap();
    let root = if n == 0 { 0 } else { 1 + (n - 1) % 9 };
    let squares = n * (n + 1) / 2 % 1_000_000_007;
    println!("{root} {squares}");
}
