// The nodes that costliest_path is called with. Generated from interview.yaml: do not edit.
#[derive(Debug, Clone, PartialEq)]
pub struct TreeNode {
    pub value: i32,
    pub left: Option<Box<TreeNode>>,
    pub right: Option<Box<TreeNode>>,
}
