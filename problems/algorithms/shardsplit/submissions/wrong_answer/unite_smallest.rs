// Mistake: unites the two neighbours with the smallest sum until few enough shards are left; 12-hills-8.
use std::cmp::Reverse;
use std::collections::{BinaryHeap, BTreeMap};

pub fn split_shards(sizes: Vec<i32>, shards: i32) -> i64 {
    let mut loads: BTreeMap<usize, i64> = sizes.iter().map(|&size| size as i64).enumerate().collect();
    let mut pairs: BinaryHeap<_> = (1..sizes.len())
        .map(|i| Reverse((sizes[i - 1] as i64 + sizes[i] as i64, i - 1, i)))
        .collect();
    while loads.len() > shards as usize {
        let Reverse((sum, one, other)) = pairs.pop().unwrap();
        let is_old = match (loads.get(&one), loads.get(&other)) {
            (Some(a), Some(b)) => a + b != sum,
            _ => true,
        };
        if is_old {
            continue;
        }
        loads.remove(&other);
        loads.insert(one, sum);
        if let Some((&before, load)) = loads.range(..one).next_back() {
            pairs.push(Reverse((load + sum, before, one)));
        }
        if let Some((&after, load)) = loads.range(one + 1..).next() {
            pairs.push(Reverse((sum + load, one, after)));
        }
    }
    *loads.values().max().unwrap()
}
