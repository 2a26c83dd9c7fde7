// fewnumbers; time O(n^3); space O(n)
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let a: Vec<u64> = text.split_whitespace().skip(1).map(|w| w.parse().unwrap()).collect();
    let mut best = u64::MAX;
    for i in 0..a.len() {
        for j in i..a.len() {
            let inside: u64 = a[i..=j].iter().sum();
            let outside: u64 = a[..i].iter().sum::<u64>() + a[j + 1..].iter().sum::<u64>();
            best = best.min(inside.abs_diff(outside));
        }
    }
    println!("{}", best);
}
