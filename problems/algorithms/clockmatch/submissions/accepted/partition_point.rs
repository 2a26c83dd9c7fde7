// O(n log m): two bisections for each event.
pub fn nearest_samples(events: Vec<i32>, samples: Vec<i32>) -> Vec<i32> {
    events
        .iter()
        .map(|&event| {
            let after = samples.partition_point(|&time| time < event);
            if after == 0 {
                return 0;
            }
            let before = samples[after - 1];
            match samples.get(after) {
                Some(&time) if i64::from(time) - i64::from(event) < i64::from(event) - i64::from(before) => {
                    after as i32
                }
                _ => samples.partition_point(|&time| time < before) as i32,
            }
        })
        .collect()
}
