// weigh; time O(n log n); space O(n)
use std::collections::BTreeSet;

pub fn weigh(numbers: Vec<i32>) -> i32 {
    let seen: BTreeSet<i32> = numbers.into_iter().collect();
    seen.len() as i32
}
