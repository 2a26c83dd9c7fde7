// Slow: O(n^2), lowers the minutes of all places forth and back until nothing changes any more.
pub fn patch_minutes(servers: Vec<Vec<i32>>) -> i32 {
    let width = servers[0].len() + 2;
    let far = i32::MAX / 2;
    let mut minute = vec![far; (servers.len() + 2) * width];
    let mut servers_left = Vec::new();
    for (row, line) in servers.iter().enumerate() {
        for (column, &state) in line.iter().enumerate() {
            let at = (row + 1) * width + column + 1;
            match state {
                0 => servers_left.push(at),
                1 => minute[at] = 0,
                _ => {}
            }
        }
    }
    let lower = |at: usize, minute: &mut Vec<i32>| {
        let beside = minute[at - 1].min(minute[at + 1]).min(minute[at - width]).min(minute[at + width]);
        let lower = beside + 1 < minute[at];
        if lower {
            minute[at] = beside + 1;
        }
        lower
    };
    loop {
        let mut changed = false;
        for &at in &servers_left {
            changed |= lower(at, &mut minute);
        }
        for &at in servers_left.iter().rev() {
            changed |= lower(at, &mut minute);
        }
        if !changed {
            break;
        }
    }
    let last = servers_left.iter().map(|&at| minute[at]).max().unwrap_or(0);
    if last >= far { -1 } else { last }
}
