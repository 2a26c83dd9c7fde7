# O(n): a dictionary from size to first position.
from typing import List


def find_pair(sizes: List[int], block: int) -> List[int]:
    first = {}
    for position, size in enumerate(sizes):
        if block - size in first:
            return [first[block - size], position]
        first.setdefault(size, position)
    return []
