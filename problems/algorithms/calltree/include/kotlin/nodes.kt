// The nodes that costliest_path is called with. Generated from interview.yaml: do not edit.

class TreeNode(var value: Int) {
    var left: TreeNode? = null
    var right: TreeNode? = null
}
