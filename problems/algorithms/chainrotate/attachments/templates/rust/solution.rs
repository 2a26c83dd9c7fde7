use crate::nodes::ListNode;

/// Turns round each group of k replicas of a chain; what is left over at the end stays as it is.
/// Returns the first replica of the new chain.
///
/// Example:
///     turn_groups(chain = [11, 12, 13, 14, 15, 16, 17, 18], k = 3)
///     returns [13, 12, 11, 16, 15, 14, 17, 18]
pub fn turn_groups(chain: Option<Box<ListNode>>, k: i32) -> Option<Box<ListNode>> {
    // Your code.
    let _ = chain;
    let _ = k;
    None
}
