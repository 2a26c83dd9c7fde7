# The nodes that costliest_path is called with. Generated from interview.yaml: do not edit.
class TreeNode:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right
