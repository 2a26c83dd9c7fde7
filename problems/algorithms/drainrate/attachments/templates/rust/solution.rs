/// Finds the smallest rate, in messages per hour, with which all queues are drained in time. In each
/// hour the worker is at one queue.
/// Returns -1 if no rate is high enough.
///
/// Example:
///     drain_rate(queues = [7, 3, 12], hours = 6)
///     returns 4
pub fn drain_rate(queues: Vec<i32>, hours: i64) -> i32 {
    // Your code.
    let _ = queues;
    let _ = hours;
    0
}
