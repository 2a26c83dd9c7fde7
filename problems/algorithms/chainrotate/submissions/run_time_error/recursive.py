# Crash: calls itself for the rest behind each group, deeper than Python allows.
def turn_groups(chain, k):
    rest = chain
    for _ in range(k):
        if rest is None:
            return chain
        rest = rest.next
    turned = turn_groups(rest, k)
    node = chain
    while node is not rest:
        node.next, turned, node = turned, node, node.next
    return turned
