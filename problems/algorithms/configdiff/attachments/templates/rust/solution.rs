/// Counts the edits that turn one configuration into another.
/// An edit inserts a line, deletes a line, or replaces a line; returns the fewest that are needed.
///
/// Example:
///     fewest_edits(current = ["listen 80", "root /srv", "gzip on"], wanted = ["user www", "listen 80", "gzip off"])
///     returns 3
pub fn fewest_edits(current: Vec<String>, wanted: Vec<String>) -> i32 {
    // Your code.
    let _ = current;
    let _ = wanted;
    0
}
