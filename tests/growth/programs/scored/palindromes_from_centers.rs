// text; time O(n^2); space O(n); families: same, alternating, late; kind: random text is linear
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let s = line.trim().as_bytes();
    let mut count = 0u64;
    for center in 0..2 * s.len() - 1 {
        let (mut low, mut high) = (center / 2, center / 2 + center % 2);
        while high < s.len() && s[low] == s[high] {
            count += 1;
            if low == 0 {
                break;
            }
            low -= 1;
            high += 1;
        }
    }
    println!("{}", count);
}
