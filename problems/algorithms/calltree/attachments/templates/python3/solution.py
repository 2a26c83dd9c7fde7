from typing import Optional
from nodes import TreeNode


def costliest_path(root: Optional[TreeNode]) -> int:
    """
    Finds the largest total of times along a path in a tree of calls.
    A path connects any two calls, and may be a single one.

    Example:
        costliest_path(root = [-4, 6, 5, 3, -2, null, 7])
        returns 17
    """
    # Your code.
    return 0
