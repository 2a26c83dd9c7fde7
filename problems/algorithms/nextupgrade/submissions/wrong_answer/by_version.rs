// Mistake: remembers one answer for each version, but versions repeat; 09-plateaus-12.
use std::collections::HashMap;

pub fn next_upgrade(versions: Vec<i32>) -> Vec<i32> {
    let n = versions.len();
    let mut answer = HashMap::new();
    let mut waiting = Vec::new();
    for i in 0..2 * n {
        let version = versions[i % n];
        while waiting.last().map_or(false, |&last| last < version) {
            answer.insert(waiting.pop().unwrap(), i);
        }
        if i < n {
            waiting.push(version);
        }
    }
    versions
        .iter()
        .enumerate()
        .map(|(i, version)| answer.get(version).map_or(0, |&place| ((place + n - i) % n) as i32))
        .collect()
}
