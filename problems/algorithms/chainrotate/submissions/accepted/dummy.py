# O(n), O(1) space: a dummy before the chain; each complete group is turned where it stands.
from typing import Optional
from nodes import ListNode


def turn_groups(chain: Optional[ListNode], k: int) -> Optional[ListNode]:
    dummy = done = ListNode(0, chain)
    while True:
        rest = done.next
        for _ in range(k):
            if rest is None:
                return dummy.next
            rest = rest.next
        first = node = done.next
        turned = rest
        while node is not rest:
            node.next, turned, node = turned, node, node.next
        done.next = turned
        done = first
