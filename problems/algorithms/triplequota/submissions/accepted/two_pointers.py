# O(n^2): sorted; for each smallest container two pointers count the pairs that fit with it.
from typing import List


def count_triples(memory: List[int], quota: int) -> int:
    memory = sorted(memory)
    groups = 0
    for i, smallest in enumerate(memory):
        room = quota - smallest
        left, right = i + 1, len(memory) - 1
        while left < right:
            if memory[left] + memory[right] <= room:
                groups += right - left
                left += 1
            else:
                right -= 1
    return groups
