/// Finds out how long a patch takes to reach every server of a room.
/// Returns the number of minutes, or -1 if some server is never patched.
///
/// Example:
///     patch_minutes(servers = [[1, 0, 0, 0], [2, 2, 2, 0], [1, 0, 0, 0]])
///     returns 4
pub fn patch_minutes(servers: Vec<Vec<i32>>) -> i32 {
    // Your code.
    let _ = servers;
    0
}
