// huge; time O(1); space O(1)
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let n: i64 = line.trim().parse().unwrap();
    let (hours, minutes) = (n / 60 % 12, n % 60);
    let angle = (hours * 60 + minutes - minutes * 12).rem_euclid(720);
    println!("{}", angle.min(720 - angle) as f64 / 2.0);
}
