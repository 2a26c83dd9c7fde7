// O(n log m): bisection of the rate between 1 and the largest queue.
pub fn drain_rate(queues: Vec<i32>, hours: i64) -> i32 {
    if queues.len() as i64 > hours {
        return -1;
    }
    let (mut low, mut high) = (1, queues.iter().copied().max().unwrap());
    while low < high {
        let rate = (low + high) / 2;
        let needed: i64 = queues.iter().map(|&messages| ((messages + rate - 1) / rate) as i64).sum();
        if needed <= hours {
            high = rate;
        } else {
            low = rate + 1;
        }
    }
    low
}
