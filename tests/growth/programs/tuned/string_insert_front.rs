// text; time O(n^2); space O(n); kind: insert(0, …), a quadratic with a tiny constant
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let mut folded = String::new();
    for (i, letter) in line.trim().chars().enumerate() {
        if i % 2 == 0 {
            folded.insert(0, letter);
        } else {
            folded.push(letter);
        }
    }
    println!("{}", &folded[..1]);
}
