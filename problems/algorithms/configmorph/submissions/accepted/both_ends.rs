// O(n L^2): breadth first from both ends in turns, a whole level of the smaller front each time.
use std::collections::HashSet;

pub fn fewest_changes(current: String, wanted: String, valid: Vec<String>) -> i32 {
    if current == wanted {
        return 0;
    }
    let mut left: HashSet<Vec<u8>> = valid.into_iter().map(String::into_bytes).collect();
    if !left.remove(wanted.as_bytes()) {
        return -1;
    }
    left.remove(current.as_bytes());
    let mut near = HashSet::from([current.into_bytes()]);
    let mut far = HashSet::from([wanted.into_bytes()]);
    let mut changes = 0;
    while !near.is_empty() && !far.is_empty() {
        if near.len() > far.len() {
            std::mem::swap(&mut near, &mut far);
        }
        changes += 1;
        let mut reached = HashSet::new();
        for mut text in near {
            for i in 0..text.len() {
                let own = text[i];
                for letter in b'a'..=b'f' {
                    text[i] = letter;
                    if letter != own && far.contains(&text) {
                        return changes;
                    }
                    if left.remove(&text) {
                        reached.insert(text.clone());
                    }
                }
                text[i] = own;
            }
        }
        near = reached;
    }
    -1
}
