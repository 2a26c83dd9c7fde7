/// Follows the median of a sequence of latencies as they arrive.
/// Returns the lower median of the first 1, 2, 3, ... latencies.
///
/// Example:
///     running_medians(latencies = [40, 90, 20, 30, 70])
///     returns [40, 40, 40, 30, 40]
pub fn running_medians(latencies: Vec<i32>) -> Vec<i32> {
    // Your code.
    let _ = latencies;
    Vec::new()
}
