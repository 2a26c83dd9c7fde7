// O(n): a HashMap from size to first position.
use std::collections::HashMap;

pub fn find_pair(sizes: Vec<i32>, block: i32) -> Vec<i32> {
    let mut first = HashMap::new();
    for (position, &size) in sizes.iter().enumerate() {
        if let Some(&partner) = first.get(&(block - size)) {
            return vec![partner, position as i32];
        }
        first.entry(size).or_insert(position as i32);
    }
    Vec::new()
}
