// graph; time O(n); space O(n); kind: topological order by degrees
use std::collections::VecDeque;
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut words = text.split_ascii_whitespace().map(|w| w.parse::<usize>().unwrap());
    let (n, m) = (words.next().unwrap(), words.next().unwrap());
    let mut next = vec![Vec::new(); n];
    let mut degree = vec![0; n];
    for _ in 0..m {
        let (u, v, _) = (words.next().unwrap(), words.next().unwrap(), words.next());
        let (low, high) = (u.min(v), u.max(v));
        if low < high {
            next[low].push(high);
            degree[high] += 1;
        }
    }
    let mut depth = vec![0; n];
    let mut ready: VecDeque<usize> = (0..n).filter(|&i| degree[i] == 0).collect();
    while let Some(node) = ready.pop_front() {
        for &other in &next[node] {
            depth[other] = depth[other].max(depth[node] + 1);
            degree[other] -= 1;
            if degree[other] == 0 {
                ready.push_back(other);
            }
        }
    }
    println!("{}", depth.iter().max().unwrap());
}
