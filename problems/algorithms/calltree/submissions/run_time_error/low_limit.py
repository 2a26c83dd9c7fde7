# Crash: recursion with a limit that is too low for a chain of all calls.
import sys

sys.setrecursionlimit(10000)


def costliest_path(root):
    best = root.value

    def down(node):
        nonlocal best
        if node is None:
            return 0
        first, second = down(node.left), down(node.right)
        best = max(best, node.value + first + second)
        return max(0, node.value + max(first, second))

    down(root)
    return best
