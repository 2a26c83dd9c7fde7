// O(n): a HashMap from route to position; the prefixes of each path are looked up, longest first.
use std::collections::HashMap;

pub fn match_routes(routes: Vec<String>, paths: Vec<String>) -> Vec<i32> {
    let mut first: HashMap<&str, i32> = HashMap::new();
    for (position, route) in routes.iter().enumerate() {
        first.entry(route).or_insert(position as i32);
    }
    paths
        .iter()
        .map(|path| {
            let mut prefix = path.as_str();
            loop {
                if let Some(&position) = first.get(prefix) {
                    return position;
                }
                if prefix == "/" {
                    return -1;
                }
                prefix = match prefix.rfind('/') {
                    Some(end) if end > 0 => &prefix[..end],
                    _ => "/",
                };
            }
        })
        .collect()
}
