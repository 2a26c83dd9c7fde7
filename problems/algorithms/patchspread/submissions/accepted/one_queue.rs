// O(n): breadth first from all patched servers at once.
use std::collections::VecDeque;

pub fn patch_minutes(servers: Vec<Vec<i32>>) -> i32 {
    let (rows, columns) = (servers.len(), servers[0].len());
    let mut state = servers;
    let mut queue = VecDeque::new();
    let mut waiting = 0;
    for row in 0..rows {
        for column in 0..columns {
            match state[row][column] {
                0 => waiting += 1,
                1 => queue.push_back((row, column, 0)),
                _ => {}
            }
        }
    }

    let mut last = 0;
    while let Some((row, column, minute)) = queue.pop_front() {
        last = minute;
        for (down, right) in [(0, 1), (1, 0), (0, -1), (-1, 0)] {
            let (r, c) = (row as i32 + down, column as i32 + right);
            if r < 0 || r >= rows as i32 || c < 0 || c >= columns as i32 {
                continue;
            }
            let (r, c) = (r as usize, c as usize);
            if state[r][c] == 0 {
                state[r][c] = 1;
                waiting -= 1;
                queue.push_back((r, c, minute + 1));
            }
        }
    }
    if waiting > 0 {
        -1
    } else {
        last
    }
}
