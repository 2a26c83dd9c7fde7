// huge; time O(log n); space O(1)
use std::io::Read;

/// How often a prime divides n!.
fn exponent(mut n: u64, prime: u64) -> u64 {
    let mut total = 0;
    while n > 0 {
        n /= prime;
        total += n;
    }
    total
}

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let n: u64 = text.trim().parse().unwrap();
    let mut sum = 0;
    for (i, prime) in [2, 3, 5, 7, 11, 13, 17, 19, 23, 29].into_iter().enumerate() {
        for offset in 0..50 {
            sum += exponent(n + offset, prime) % 1009 * i as u64;
        }
    }
    println!("{} {}", exponent(n, 5), sum);
}
