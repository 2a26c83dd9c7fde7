// single; time O(n sqrt n); space O(1)
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let n: u32 = line.trim().parse().unwrap();
    let mut total = 0u64;
    for x in 1..=n {
        let mut nearest = x;
        let mut side = 1;
        while side * side <= x {
            nearest = nearest.min(x % side + (x / side).abs_diff(side));
            side += 1;
        }
        total += nearest as u64;
    }
    println!("{}", total);
}
