/// Counts the stretches of days whose changes add up to exactly the budget.
///
/// Example:
///     count_stretches(deltas = [30, 20, -10, 40, -40], budget = 40)
///     returns 3
pub fn count_stretches(deltas: Vec<i32>, budget: i32) -> i64 {
    // Your code.
    let _ = deltas;
    let _ = budget;
    0
}
