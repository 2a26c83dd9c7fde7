// Slow: O(n^2), goes back from each load that does not fit to where the next stretch begins.
pub fn steady_stretch(loads: Vec<i32>, spread: i32) -> Vec<i32> {
    let mut start = 0;
    let (mut smallest, mut largest) = (loads[0], loads[0]);
    let mut best = (0, 0);
    for position in 0..loads.len() {
        smallest = smallest.min(loads[position]);
        largest = largest.max(loads[position]);
        if largest - smallest > spread {
            start = position;
            smallest = loads[position];
            largest = loads[position];
            while start > 0 {
                let lower = smallest.min(loads[start - 1]);
                let upper = largest.max(loads[start - 1]);
                if upper - lower > spread {
                    break;
                }
                smallest = lower;
                largest = upper;
                start -= 1;
            }
        }
        if position + 1 - start > best.1 {
            best = (start, position + 1 - start);
        }
    }
    vec![best.0 as i32, best.1 as i32]
}
