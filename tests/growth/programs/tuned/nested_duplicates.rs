// numbers; time O(n^2); space O(n); families: distinct, random, sorted, reversed; kind: early exit
use std::io::{self, BufRead};

fn has_duplicate(a: &[u32]) -> bool {
    for i in 0..a.len() {
        for j in 0..i {
            if a[i] == a[j] {
                return true;
            }
        }
    }
    false
}

fn main() {
    let line = io::stdin().lock().lines().nth(1).unwrap().unwrap();
    let a: Vec<u32> = line.split(' ').map(|w| w.parse().unwrap()).collect();
    println!("{}", if has_duplicate(&a) { "yes" } else { "no" });
}
