/// Finds the groups of two or more services whose configurations have the same lines in any order.
/// Positions are counted from 0 and ascend; groups stand in the order of their first position.
///
/// Example:
///     group_twins(configs = [["port=80", "log=on"], ["log=on"], ["log=on", "port=80"], ["debug"], ["log=on"]])
///     returns [[0, 2], [1, 4]]
pub fn group_twins(configs: Vec<Vec<String>>) -> Vec<Vec<i32>> {
    // Your code.
    let _ = configs;
    Vec::new()
}
