# Mistake: turns the incomplete group at the end too; 04-pairs-3.
from nodes import ListNode


def turn_groups(chain, k):
    dummy = done = ListNode(0, chain)
    while done.next:
        first = node = done.next
        turned = None
        for _ in range(k):
            if node is None:
                break
            node.next, turned, node = turned, node, node.next
        first.next = node
        done.next = turned
        done = first
    return dummy.next
