// The nodes that costliest_path is called with. Generated from interview.yaml: do not edit.

class TreeNode {
    int value;
    TreeNode left, right;

    TreeNode(int value) {
        this.value = value;
    }
}
