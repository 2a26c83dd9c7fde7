// single; time O(n sqrt n); space O(1); kind: a loop up to the root for each number
use std::io::stdin;

fn divisors(k: u64) -> u64 {
    let mut count = 0;
    let mut d = 1;
    while d * d < k {
        if k % d == 0 {
            count += 2;
        }
        d += 1;
    }
    count + u64::from(d * d == k)
}

fn main() {
    let mut line = String::new();
    stdin().read_line(&mut line).unwrap();
    let n: u64 = line.trim().parse().unwrap();
    let best = (1..=n).max_by_key(|&k| (divisors(k), std::cmp::Reverse(k))).unwrap_or(0);
    println!("{} {}", best, divisors(best));
}
