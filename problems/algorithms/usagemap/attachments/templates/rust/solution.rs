use std::collections::HashMap;

/// Serves requests in their order, as far as the quotas of the teams allow.
/// Returns how many requests of each team were refused; only teams with a refused request are in it.
///
/// Example:
///     refused_requests(quotas = {"*": 2, "api": 1, "web": 0}, requests = ["api", "ml", "web", "api", "qa", "ml", "api"])
///     returns {"api": 2, "ml": 1, "web": 1}
pub fn refused_requests(quotas: HashMap<String, i32>, requests: Vec<String>) -> HashMap<String, i32> {
    // Your code.
    let _ = quotas;
    let _ = requests;
    HashMap::new()
}
