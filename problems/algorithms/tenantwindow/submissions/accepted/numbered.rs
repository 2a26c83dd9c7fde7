// O(n): the tenants are numbered first, then the counts of the window are a vector.
use std::collections::HashMap;

pub fn find_stretch(tenants: Vec<String>, limit: i32) -> Vec<i32> {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let numbers: Vec<Option<usize>> = tenants
        .iter()
        .map(|tenant| {
            if tenant.is_empty() {
                return None;
            }
            let next = known.len();
            Some(*known.entry(tenant.as_str()).or_insert(next))
        })
        .collect();
    let mut requests = vec![0; known.len()];
    let mut different = 0;
    let mut start = 0;
    let mut best = (0, 0);
    for (position, number) in numbers.iter().enumerate() {
        if let Some(tenant) = *number {
            requests[tenant] += 1;
            if requests[tenant] == 1 {
                different += 1;
            }
        }
        while different > limit {
            if let Some(tenant) = numbers[start] {
                requests[tenant] -= 1;
                if requests[tenant] == 0 {
                    different -= 1;
                }
            }
            start += 1;
        }
        let length = position + 1 - start;
        if length > best.1 {
            best = (start, length);
        }
    }
    vec![best.0 as i32, best.1 as i32]
}
