# Slow: O(n^2), goes from each call as one end of the path to all others.
def costliest_path(root):
    beside = {}
    stack = [(root, None)]
    while stack:
        node, caller = stack.pop()
        beside[node] = [other for other in (caller, node.left, node.right) if other]
        stack += [(child, node) for child in (node.left, node.right) if child]

    best = root.value
    for start in beside:
        stack = [(start, None, start.value)]
        while stack:
            node, before, cost = stack.pop()
            best = max(best, cost)
            stack += [(other, node, cost + other.value) for other in beside[node] if other is not before]
    return best
