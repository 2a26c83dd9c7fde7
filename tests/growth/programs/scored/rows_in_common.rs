// grid; time O(n^3); space O(n^2); kind: iterators inside of loops over rows and columns
use std::io::{self, Read};

fn main() {
    let mut input = String::new();
    io::stdin().read_to_string(&mut input).unwrap();
    let mut tokens = input.split_ascii_whitespace().map(|t| t.parse::<u64>().unwrap());
    let n = tokens.next().unwrap() as usize;
    let grid: Vec<Vec<u64>> = (0..n).map(|_| tokens.by_ref().take(n).collect()).collect();
    let mut best = (0, 0, 0);
    for i in 0..n {
        for j in 0..i {
            // How much two rows have in common.
            let common: u64 = grid[i].iter().zip(&grid[j]).map(|(a, b)| a.min(b)).sum();
            if common > best.0 {
                best = (common, i, j);
            }
        }
    }
    println!("{} {} {}", best.0, best.1, best.2);
}
