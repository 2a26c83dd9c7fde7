// small; time O(2^n); space O(2^n); kind: recursion with memo
use std::io::{self, Read};

fn best(a: &[u64], used: usize, memo: &mut Vec<u64>) -> u64 {
    if memo[used] != u64::MAX {
        return memo[used];
    }
    let turn = used.count_ones() as u64;
    let mut found = 0;
    for i in 0..a.len() {
        if used >> i & 1 == 0 {
            let value = a[i] * (turn + 1) % 10 + best(a, used | 1 << i, memo);
            found = found.max(value);
        }
    }
    memo[used] = found;
    found
}

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let a: Vec<u64> = text.split_whitespace().skip(1).map(|w| w.parse().unwrap()).collect();
    let mut memo = vec![u64::MAX; 1 << a.len()];
    println!("{}", best(&a, 0, &mut memo));
}
