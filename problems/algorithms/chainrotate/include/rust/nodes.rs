// The nodes that turn_groups is called with. Generated from interview.yaml: do not edit.
#[derive(Debug, Clone, PartialEq)]
pub struct ListNode {
    pub value: i32,
    pub next: Option<Box<ListNode>>,
}
