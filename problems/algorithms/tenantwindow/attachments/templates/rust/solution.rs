/// Finds the longest stretch of requests with at most limit different tenants; the empty name is no tenant.
/// Returns the position of its first request, counted from 0, and its length; the first of the longest.
///
/// Example:
///     find_stretch(tenants = ["acme", "bolt", "", "bolt", "core", "core", "bolt"], limit = 2)
///     returns [1, 6]
pub fn find_stretch(tenants: Vec<String>, limit: i32) -> Vec<i32> {
    // Your code.
    let _ = tenants;
    let _ = limit;
    Vec::new()
}
