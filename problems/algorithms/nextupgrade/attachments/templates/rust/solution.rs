/// Finds for each host of a ring how many places ahead the nearest host with a larger version is,
/// or 0 if no host has a larger one.
///
/// Example:
///     next_upgrade(versions = [3, 1, 2, 5, 2])
///     returns [3, 1, 1, 0, 1]
pub fn next_upgrade(versions: Vec<i32>) -> Vec<i32> {
    // Your code.
    let _ = versions;
    Vec::new()
}
