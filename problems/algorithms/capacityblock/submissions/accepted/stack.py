# O(n): a stack of (first host, capacity), with rising capacities.
from typing import List


def largest_block(capacity: List[int]) -> int:
    best = 0
    stack = []
    for position, amount in enumerate(capacity + [0]):
        start = position
        while stack and stack[-1][1] >= amount:
            start, larger = stack.pop()
            best = max(best, larger * (position - start))
        stack.append((start, amount))
    return best
