/// Counts the groups of three different containers that take at most quota together.
///
/// Example:
///     count_triples(memory = [4, 1, 3, 2, 6], quota = 9)
///     returns 5
pub fn count_triples(memory: Vec<i32>, quota: i32) -> i64 {
    // Your code.
    let _ = memory;
    let _ = quota;
    0
}
