// Slow: O(n m), tries the rates one by one, from the largest queue downwards.
pub fn drain_rate(queues: Vec<i32>, hours: i64) -> i32 {
    if queues.len() as i64 > hours {
        return -1;
    }
    let mut rate = *queues.iter().max().unwrap();
    while rate > 1 {
        let needed: i64 =
            queues.iter().map(|&messages| ((messages + rate - 2) / (rate - 1)) as i64).sum();
        if needed > hours {
            break;
        }
        rate -= 1;
    }
    rate
}
