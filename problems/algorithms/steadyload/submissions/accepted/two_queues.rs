// O(n): a window, and two monotonic queues that have its largest and its smallest load in front.
use std::collections::VecDeque;

pub fn steady_stretch(loads: Vec<i32>, spread: i32) -> Vec<i32> {
    let mut falling: VecDeque<usize> = VecDeque::new();
    let mut rising: VecDeque<usize> = VecDeque::new();
    let mut start = 0;
    let mut best = (0, 0);
    for (position, &load) in loads.iter().enumerate() {
        while falling.back().map_or(false, |&last| loads[last] <= load) {
            falling.pop_back();
        }
        while rising.back().map_or(false, |&last| loads[last] >= load) {
            rising.pop_back();
        }
        falling.push_back(position);
        rising.push_back(position);
        while loads[falling[0]] - loads[rising[0]] > spread {
            start += 1;
            if falling[0] < start {
                falling.pop_front();
            }
            if rising[0] < start {
                rising.pop_front();
            }
        }
        let length = position + 1 - start;
        if length > best.1 {
            best = (start, length);
        }
    }
    vec![best.0 as i32, best.1 as i32]
}
