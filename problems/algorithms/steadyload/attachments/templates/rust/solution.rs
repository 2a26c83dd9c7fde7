/// Finds the longest stretch in which no two loads differ by more than spread.
/// Returns the position of its first load, counted from 0, and its length; the first of the longest.
///
/// Example:
///     steady_stretch(loads = [5, 9, 7, 8, 6, 3, 6, 5], spread = 3)
///     returns [1, 4]
pub fn steady_stretch(loads: Vec<i32>, spread: i32) -> Vec<i32> {
    // Your code.
    let _ = loads;
    let _ = spread;
    Vec::new()
}
