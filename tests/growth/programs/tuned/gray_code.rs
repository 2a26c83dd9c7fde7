// small; time O(2^n); space O(1) or O(n); kind: subsets, one change at a time
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let a: Vec<i64> = text.split_whitespace().skip(1).map(|w| w.parse().unwrap()).collect();
    let half: i64 = a.iter().sum::<i64>() / 2;
    let (mut sum, mut best, mut used) = (0, i64::MAX, 0u32);
    for step in 1u32..1 << a.len() {
        let i = step.trailing_zeros() as usize;
        used ^= 1 << i;
        sum += if used >> i & 1 == 1 { a[i] } else { -a[i] };
        best = best.min((sum - half).abs());
    }
    println!("{}", best);
}
