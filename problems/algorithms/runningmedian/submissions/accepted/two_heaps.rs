// O(n log n): a max-heap with the lower half, a min-heap with the upper half.
use std::cmp::Reverse;
use std::collections::BinaryHeap;

pub fn running_medians(latencies: Vec<i32>) -> Vec<i32> {
    let mut lower = BinaryHeap::new();
    let mut upper = BinaryHeap::new();
    let mut medians = Vec::with_capacity(latencies.len());

    for latency in latencies {
        // Through the lower half into the upper one, and back if the upper one is larger then.
        lower.push(latency);
        upper.push(Reverse(lower.pop().unwrap()));
        if upper.len() > lower.len() {
            lower.push(upper.pop().unwrap().0);
        }
        medians.push(*lower.peek().unwrap());
    }
    medians
}
