# Mistake: takes only paths from the root down to a leaf; 09-two-11.
def costliest_path(root):
    best = None
    stack = [(root, 0)]
    while stack:
        node, above = stack.pop()
        cost = above + node.value
        if node.left is None and node.right is None:
            best = cost if best is None else max(best, cost)
        stack += [(child, cost) for child in (node.left, node.right) if child]
    return best
