// Mistake: returns the last of the equal samples before the event; 05-runs-12.
pub fn nearest_samples(events: Vec<i32>, samples: Vec<i32>) -> Vec<i32> {
    let mut result = Vec::new();
    for &event in &events {
        let after = samples.partition_point(|&time| time < event);
        let distance = |i: usize| (i64::from(samples[i]) - i64::from(event)).abs();
        if after == samples.len() || (after > 0 && distance(after - 1) <= distance(after)) {
            result.push(after as i32 - 1);
        } else {
            result.push(after as i32);
        }
    }
    result
}
