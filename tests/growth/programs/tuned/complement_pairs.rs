// numbers; time O(n); space O(n); kind: hash map
use std::collections::HashMap;
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut counts: HashMap<u64, u64> = HashMap::new();
    let mut pairs = 0;
    for x in text.split_ascii_whitespace().skip(1).map(|w| w.parse::<u64>().unwrap()) {
        pairs += counts.get(&(1_000_000_001 - x)).copied().unwrap_or(0);
        *counts.entry(x).or_insert(0) += 1;
    }
    println!("{} {}", pairs, counts.len());
}
