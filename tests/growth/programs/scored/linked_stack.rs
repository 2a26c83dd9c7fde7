// numbers; time O(n); space O(n); kind: a box for each element, allocation-heavy
use std::io::{self, Read};

struct Node {
    value: i64,
    next: Option<Box<Node>>,
}

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut top: Option<Box<Node>> = None;
    for word in text.split_whitespace().skip(1) {
        let value = word.parse().unwrap();
        top = Some(Box::new(Node { value, next: top }));
    }
    let (mut sign, mut sum) = (1, 0);
    while let Some(node) = top {
        sum += sign * node.value;
        sign = -sign;
        top = node.next;
    }
    println!("{}", sum);
}
