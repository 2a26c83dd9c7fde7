// numbers; time O(n); space O(n); kind: two pointers
use std::io::{self, BufRead};

fn main() {
    let line = io::stdin().lock().lines().nth(1).unwrap().unwrap();
    let walls: Vec<i64> = line.split(' ').map(|w| w.parse().unwrap()).collect();
    let (mut low, mut high) = (0, walls.len() - 1);
    let (mut left, mut right, mut water) = (0, 0, 0);
    while low < high {
        if walls[low] < walls[high] {
            left = left.max(walls[low]);
            water += left - walls[low];
            low += 1;
        } else {
            right = right.max(walls[high]);
            water += right - walls[high];
            high -= 1;
        }
    }
    println!("{}", water);
}
