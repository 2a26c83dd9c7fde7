// huge; time O(sqrt n); space O(1); kind: subtracting odd numbers
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let mut left: i64 = line.trim().parse().unwrap();
    let (mut odd, mut mixed) = (1i64, 0i64);
    while left >= odd {
        left -= odd;
        odd += 2;
        mixed = (mixed ^ left).rotate_left(3);
    }
    println!("{} {} {}", odd / 2, left, mixed % 1000);
}
