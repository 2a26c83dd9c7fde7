# Mistake: hands a path through both branches up to the caller, which makes it a fork; 06-comb-7.
def costliest_path(root):
    order, stack = [], [root]
    while stack:
        node = stack.pop()
        order.append(node)
        stack += [child for child in (node.left, node.right) if child]
    down = {None: 0}
    for node in reversed(order):
        down[node] = node.value + max(0, down[node.left]) + max(0, down[node.right])
    return max(down[node] for node in order)
