// Mistake: a stretch that is as long as the best replaces it; 06-different-6.
use std::collections::HashMap;

pub fn find_stretch(tenants: Vec<String>, limit: i32) -> Vec<i32> {
    let mut requests: HashMap<&str, u32> = HashMap::new();
    let mut start = 0;
    let mut best = (0, 0);
    for (position, tenant) in tenants.iter().enumerate() {
        if !tenant.is_empty() {
            *requests.entry(tenant).or_insert(0) += 1;
        }
        while requests.len() > limit as usize {
            let leaving = tenants[start].as_str();
            if let Some(count) = requests.get_mut(leaving) {
                *count -= 1;
                if *count == 0 {
                    requests.remove(leaving);
                }
            }
            start += 1;
        }
        if position + 1 - start >= best.1 {
            best = (start, position + 1 - start);
        }
    }
    vec![best.0 as i32, best.1 as i32]
}
