// Mistake: evens the halves out only when the lower one is too large; 07-rising-7.
use std::cmp::Reverse;
use std::collections::BinaryHeap;

pub fn running_medians(latencies: Vec<i32>) -> Vec<i32> {
    let mut lower = BinaryHeap::new();
    let mut upper = BinaryHeap::new();
    let mut medians = Vec::new();

    for latency in latencies {
        match lower.peek() {
            Some(&top) if latency > top => upper.push(Reverse(latency)),
            _ => lower.push(latency),
        }
        if lower.len() > upper.len() + 1 {
            upper.push(Reverse(lower.pop().unwrap()));
        }
        medians.push(*lower.peek().unwrap());
    }
    medians
}
