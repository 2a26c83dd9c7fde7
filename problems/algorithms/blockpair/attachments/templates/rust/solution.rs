/// Finds two segments whose sizes fill a block exactly.
/// Returns their positions, counted from 0, the smaller one first; an empty list if there are none.
///
/// Example:
///     find_pair(sizes = [5, 3, 9, 3, 11], block = 14)
///     returns [0, 2]
pub fn find_pair(sizes: Vec<i32>, block: i32) -> Vec<i32> {
    // Your code.
    let _ = sizes;
    let _ = block;
    Vec::new()
}
