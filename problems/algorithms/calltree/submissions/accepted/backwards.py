# O(n): callers first in a list, made with a stack; then backwards, children before their callers.
from typing import Optional
from nodes import TreeNode


def costliest_path(root: Optional[TreeNode]) -> int:
    order, stack = [], [root]
    while stack:
        node = stack.pop()
        order.append(node)
        stack += [child for child in (node.left, node.right) if child]

    down = {None: 0}
    best = root.value
    for node in reversed(order):
        first, second = max(0, down[node.left]), max(0, down[node.right])
        down[node] = node.value + max(first, second)
        best = max(best, node.value + first + second)
    return best
