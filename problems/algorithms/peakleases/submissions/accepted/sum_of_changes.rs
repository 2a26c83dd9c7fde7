// O(n log n): a BTreeMap from moment to change, walked over in the order of time.
use std::collections::BTreeMap;

pub fn peak_leases(leases: Vec<Vec<i32>>) -> Vec<i32> {
    let mut change = BTreeMap::new();
    for lease in &leases {
        *change.entry(lease[0]).or_insert(0) += 1;
        *change.entry(lease[1]).or_insert(0) -= 1;
    }
    let (mut held, mut best, mut best_moment) = (0, 0, 0);
    for (moment, difference) in change {
        held += difference;
        if held > best {
            best = held;
            best_moment = moment;
        }
    }
    vec![best_moment, best]
}
