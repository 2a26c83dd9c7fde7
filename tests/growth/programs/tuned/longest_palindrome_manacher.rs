// text; time O(n); space O(n); kind: Manacher
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let mut s = vec![b'#'];
    for letter in line.trim().bytes() {
        s.push(letter);
        s.push(b'#');
    }
    let mut radius = vec![0usize; s.len()];
    let (mut center, mut right) = (0, 0);
    for i in 0..s.len() {
        if i < right {
            radius[i] = radius[2 * center - i].min(right - i);
        }
        while i > radius[i] && i + radius[i] + 1 < s.len() && s[i - radius[i] - 1] == s[i + radius[i] + 1] {
            radius[i] += 1;
        }
        if i + radius[i] > right {
            center = i;
            right = i + radius[i];
        }
    }
    println!("{}", radius.iter().max().unwrap());
}
