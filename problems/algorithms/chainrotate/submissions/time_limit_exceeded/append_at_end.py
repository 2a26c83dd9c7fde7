# Slow: O(n^2 / k), goes to the end of the new chain to append each group.
def turn_groups(chain, k):
    result = None
    while chain:
        rest = chain
        for _ in range(k):
            if rest is None:
                break
            rest = rest.next
        else:
            turned = None
            node = chain
            while node is not rest:
                node.next, turned, node = turned, node, node.next
            result = append(result, turned)
            chain = rest
            continue
        return append(result, chain)
    return result


def append(result, group):
    if result is None:
        return group
    end = result
    while end.next:
        end = end.next
    end.next = group
    return result
