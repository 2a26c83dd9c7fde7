// The nodes that costliest_path is called with. Generated from interview.yaml: do not edit.
class TreeNode {
    constructor(value, left = null, right = null) {
        this.value = value;
        this.left = left;
        this.right = right;
    }
}

module.exports = { TreeNode };
