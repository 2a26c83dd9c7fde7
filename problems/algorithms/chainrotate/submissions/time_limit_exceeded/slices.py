# Slow: O(n^2 / k), copies the rest of the racks behind each group.
from nodes import ListNode


def turn_groups(chain, k):
    racks = []
    while chain:
        racks.append(chain.value)
        chain = chain.next
    order = []
    while len(racks) >= k:
        order += racks[:k][::-1]
        racks = racks[k:]
    for rack in reversed(order + racks):
        chain = ListNode(rack, chain)
    return chain
