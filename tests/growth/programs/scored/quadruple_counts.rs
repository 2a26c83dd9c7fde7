// fewnumbers; time O(n^2 log n); space O(n^2); kind: heap of pair sums
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let a: Vec<u32> = text.split_whitespace().skip(1).map(|w| w.parse().unwrap()).collect();
    let mut heap = BinaryHeap::new();
    for i in 0..a.len() {
        for j in 0..i {
            heap.push(Reverse(a[i] + a[j]));
        }
    }
    let (mut last, mut equal) = (0, 0);
    while let Some(Reverse(sum)) = heap.pop() {
        equal += (sum == last) as u32;
        last = sum;
    }
    println!("{}", equal);
}
