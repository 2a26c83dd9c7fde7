# O(n log n): a dictionary from moment to change, walked over in the order of time.
from collections import defaultdict
from typing import List


def peak_leases(leases: List[List[int]]) -> List[int]:
    change = defaultdict(int)
    for start, end in leases:
        change[start] += 1
        change[end] -= 1
    held = best = best_moment = 0
    for moment in sorted(change):
        held += change[moment]
        if held > best:
            best, best_moment = held, moment
    return [best_moment, best]
