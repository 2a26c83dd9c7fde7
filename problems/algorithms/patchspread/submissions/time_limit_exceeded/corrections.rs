// Slow: depth first, which corrects the minute of a place each time that it finds a shorter way.
pub fn patch_minutes(servers: Vec<Vec<i32>>) -> i32 {
    let (rows, columns) = (servers.len() as i32, servers[0].len() as i32);
    let mut minute = vec![vec![i32::MAX; columns as usize]; rows as usize];
    let mut stack = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            if servers[row as usize][column as usize] == 1 {
                stack.push((row, column, 0));
            }
        }
    }
    while let Some((row, column, now)) = stack.pop() {
        if row < 0 || row >= rows || column < 0 || column >= columns {
            continue;
        }
        let (r, c) = (row as usize, column as usize);
        if servers[r][c] == 2 || minute[r][c] <= now {
            continue;
        }
        minute[r][c] = now;
        for (down, right) in [(0, 1), (1, 0), (0, -1), (-1, 0)] {
            stack.push((row + down, column + right, now + 1));
        }
    }
    let mut last = 0;
    for (states, minutes) in servers.iter().zip(&minute) {
        for (&state, &minute) in states.iter().zip(minutes) {
            if state == 0 {
                last = last.max(minute);
            }
        }
    }
    if last == i32::MAX {
        -1
    } else {
        last
    }
}
