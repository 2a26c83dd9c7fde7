// text; time O(n); space O(n); families: same, late; kind: HashMap of prefix balances
use std::collections::HashMap;
use std::io;

fn main() {
    let mut text = String::new();
    io::stdin().read_line(&mut text).expect("a line");
    let mut first_at: HashMap<i64, usize> = HashMap::new();
    first_at.insert(0, 0);
    let mut balance = 0i64;
    let mut longest = 0;
    for (i, c) in text.trim().chars().enumerate() {
        balance += if "aeiou".contains(c) { 1 } else { -1 };
        let start = *first_at.entry(balance).or_insert(i + 1);
        longest = longest.max(i + 1 - start);
    }
    println!("{}", longest);
}
