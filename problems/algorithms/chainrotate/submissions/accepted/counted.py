# O(n), O(1) space: counts first, and then moves each node of a group to its front.
from typing import Optional
from nodes import ListNode


def turn_groups(chain: Optional[ListNode], k: int) -> Optional[ListNode]:
    count = 0
    node = chain
    while node:
        count += 1
        node = node.next

    dummy = done = ListNode(0, chain)
    for _ in range(count // k):
        last = done.next  # it is the first now, and will be the last
        for _ in range(k - 1):
            moved = last.next
            last.next = moved.next
            moved.next = done.next
            done.next = moved
        done = last
    return dummy.next
