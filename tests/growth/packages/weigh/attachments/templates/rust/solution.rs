/// Weighs numbers.
///
/// Example:
///     weigh(numbers = [1, 2])
///     returns 0
pub fn weigh(numbers: Vec<i32>) -> i32 {
    // Your code.
    let _ = numbers;
    0
}
