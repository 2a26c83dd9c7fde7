// numbers; time O(n log n); space O(n); families: random, distinct; kind: dominated by sorting
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut events: Vec<(i64, i64)> = Vec::new();
    for x in text.split_ascii_whitespace().skip(1).map(|w| w.parse::<i64>().unwrap()) {
        events.push((x, 1));
        events.push((x + 5000 + x % 97, -1));
    }
    events.sort();
    let (mut open, mut most) = (0, 0);
    for (_, change) in events {
        open += change;
        most = most.max(open);
    }
    println!("{}", most);
}
