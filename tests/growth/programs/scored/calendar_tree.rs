// queries; time O(n log n); space O(n); kind: BTreeMap, its neighbours by range
use std::collections::BTreeMap;
use std::io::{self, BufRead};

fn main() {
    let stdin = io::stdin();
    let mut lines = stdin.lock().lines().map(|line| line.unwrap());
    let n: usize = lines.next().unwrap().trim().parse().unwrap();
    let _numbers = lines.next();
    let mut calendar: BTreeMap<(u32, usize), u32> = BTreeMap::new();
    let mut overlaps = 0u64;
    for (i, line) in lines.take(n).enumerate() {
        let ends: Vec<u32> = line.split_whitespace().map(|t| t.parse().unwrap()).collect();
        let (from, to) = (ends[0], ends[1]);
        if let Some((_, &end)) = calendar.range(..(from, i)).next_back() {
            if end >= from {
                overlaps += 1;
            }
        }
        if let Some((&(start, _), _)) = calendar.range((from, i)..).next() {
            if start <= to {
                overlaps += 1;
            }
        }
        calendar.insert((from, i), to);
    }
    println!("{} {}", overlaps, calendar.len());
}
