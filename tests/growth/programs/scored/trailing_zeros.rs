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
    let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47];
    let sum: u64 = primes.iter().map(|&p| exponent(n, p) % 1009).sum();
    println!("{} {}", exponent(n, 5), sum);
}
