/// Finds the fewest single changes that lead from one configuration to another through valid ones.
/// Returns their number, or -1 if there is no way.
///
/// Example:
///     fewest_changes(current = "aac", wanted = "bbc", valid = ["acc", "bcc", "bbc", "aad", "bbd"])
///     returns 3
pub fn fewest_changes(current: String, wanted: String, valid: Vec<String>) -> i32 {
    // Your code.
    let _ = current;
    let _ = wanted;
    let _ = valid;
    0
}
