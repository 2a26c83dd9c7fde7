// numbers; time O(n log n); space O(n); families: random, distinct; kind: BTreeMap
use std::collections::BTreeMap;
use std::io::{self, BufRead};

fn main() {
    let mut lines = io::stdin().lock().lines();
    lines.next();
    let mut seats: BTreeMap<i32, usize> = BTreeMap::new();
    let mut sum = 0i64;
    for (i, word) in lines.next().unwrap().unwrap().split(' ').enumerate() {
        let x: i32 = word.parse().unwrap();
        if let Some((&below, &place)) = seats.range(..x).next_back() {
            sum += (x - below) as i64 * (place % 3) as i64;
        }
        seats.insert(x, i);
    }
    println!("{}", sum);
}
