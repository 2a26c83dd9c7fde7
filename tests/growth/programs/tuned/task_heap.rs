// numbers; time O(n log n); space O(n); kind: heap
use std::collections::BinaryHeap;
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut heap: BinaryHeap<u32> =
        text.split_ascii_whitespace().skip(1).map(|w| w.parse().unwrap()).collect();
    let mut rounds = heap.len();
    let mut taken: u64 = 0;
    while rounds > 0 {
        let largest = heap.pop().unwrap();
        taken += largest as u64;
        heap.push(largest / 2);
        rounds -= 1;
    }
    println!("{}", taken);
}
