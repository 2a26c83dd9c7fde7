// Slow: O(n^2), looks for each client in a list of hashes; one that is found moves to the front.
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

pub fn noisiest(requests: Vec<String>, k: i32) -> Vec<String> {
    let mut clients: Vec<(u64, u32, &String)> = Vec::new();
    for name in &requests {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        let hash = hasher.finish();
        match clients.iter().position(|client| client.0 == hash && client.2 == name) {
            Some(at) => {
                clients[at].1 += 1;
                clients.swap(0, at);
            }
            None => clients.push((hash, 1, name)),
        }
    }
    clients.sort_by(|a, b| b.1.cmp(&a.1).then(a.2.cmp(b.2)));
    clients.into_iter().take(k as usize).map(|client| client.2.clone()).collect()
}
