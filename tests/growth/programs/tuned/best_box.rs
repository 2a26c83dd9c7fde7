// huge; time O(sqrt n); space O(1); families: prime
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let n: u64 = line.trim().parse().unwrap();
    let mut best = 2 * (1 + n);
    let mut side = 1;
    while side * side <= n {
        if n % side == 0 {
            best = best.min(2 * (side + n / side));
        }
        side += 1;
    }
    println!("{}", best);
}
