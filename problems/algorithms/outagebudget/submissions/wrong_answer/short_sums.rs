// Mistake: prefix sums of 32 bits: a sum that is wrong by 2^32 looks right; 13-wrap-40.
use std::collections::HashMap;

pub fn count_stretches(deltas: Vec<i32>, budget: i32) -> i64 {
    let mut seen = HashMap::new();
    seen.insert(0i32, 1i64);
    let (mut sum, mut count) = (0i32, 0i64);
    for delta in deltas {
        sum = sum.wrapping_add(delta);
        count += seen.get(&sum.wrapping_sub(budget)).unwrap_or(&0);
        *seen.entry(sum).or_insert(0) += 1;
    }
    count
}
