// huge; time O(1); space O(1); kind: a board of a fixed size
use std::io::{self, BufRead};

const SIDE: usize = 16;

fn main() {
    let line = io::stdin().lock().lines().next().unwrap().unwrap();
    let mut seed: u64 = line.trim().parse().unwrap();
    let mut board = [[false; SIDE]; SIDE];
    for cell in board.iter_mut().flatten() {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1);
        *cell = seed >> 62 == 0;
    }
    for _ in 0..30 {
        let old = board;
        for r in 0..SIDE {
            for c in 0..SIDE {
                let mut near = 0;
                for dr in [SIDE - 1, 0, 1] {
                    for dc in [SIDE - 1, 0, 1] {
                        near += old[(r + dr) % SIDE][(c + dc) % SIDE] as u8;
                    }
                }
                board[r][c] = near == 3 || (old[r][c] && near == 4);
            }
        }
    }
    println!("{}", board.iter().flatten().filter(|&&alive| alive).count());
}
