# O(n): a set of all ids; each streak is walked from its first id.
from typing import List


def longest_streak(ids: List[int]) -> List[int]:
    there = set(ids)
    best, best_length = 0, 0
    for first in there:
        if first - 1 in there:
            continue
        end = first + 1
        while end in there:
            end += 1
        length = end - first
        if length > best_length or length == best_length and first < best:
            best, best_length = first, length
    return [best, best_length]
