# O(n): a dictionary from each prefix sum to how often it occurred.
from collections import defaultdict
from typing import List


def count_stretches(deltas: List[int], budget: int) -> int:
    seen = defaultdict(int)
    seen[0] = 1
    total = count = 0
    for delta in deltas:
        total += delta
        count += seen.get(total - budget, 0)
        seen[total] += 1
    return count
