// fewnumbers; time O(n^2 log n); space O(n); families: random, distinct; kind: sorting in a loop
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let a: Vec<u32> = text.split_whitespace().skip(1).map(|w| w.parse().unwrap()).collect();
    let mut sum = 0u64;
    for turn in 0..a.len() {
        let mut order: Vec<u32> = a.iter().map(|x| x.rotate_left(turn as u32) ^ x).collect();
        order.sort_unstable();
        sum += order[turn] as u64;
    }
    println!("{}", sum);
}
