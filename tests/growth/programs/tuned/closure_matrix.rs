// grid; time O(n^3); space O(n^2); kind: Warshall without bits
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut words = text.split_ascii_whitespace().map(|w| w.parse::<usize>().unwrap());
    let n = words.next().unwrap();
    let mut capacity: Vec<Vec<usize>> = (0..n).map(|_| words.by_ref().take(n).collect()).collect();
    for k in 0..n {
        let through = capacity[k].clone();
        for i in 0..n {
            let first = capacity[i][k];
            for j in 0..n {
                capacity[i][j] = capacity[i][j].max(first.min(through[j]));
            }
        }
    }
    println!("{}", capacity.iter().flatten().sum::<usize>());
}
