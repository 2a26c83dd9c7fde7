/// Returns the least number of moments such that each window has one of them in it. Window i is open
/// from opens[i] to closes[i], both included.
///
/// Example:
///     fewest_checks(opens = [1, 2, 7, 6], closes = [5, 3, 9, 12])
///     returns 2
pub fn fewest_checks(opens: Vec<i32>, closes: Vec<i32>) -> i32 {
    // Your code.
    let _ = opens;
    let _ = closes;
    0
}
