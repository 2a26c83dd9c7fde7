// O(n): a HashMap from each prefix sum to how often it occurred.
use std::collections::HashMap;

pub fn count_stretches(deltas: Vec<i32>, budget: i32) -> i64 {
    let mut seen = HashMap::new();
    seen.insert(0i64, 1i64);
    let (mut sum, mut count) = (0i64, 0i64);
    for delta in deltas {
        sum += i64::from(delta);
        count += seen.get(&(sum - i64::from(budget))).unwrap_or(&0);
        *seen.entry(sum).or_insert(0) += 1;
    }
    count
}
