# O(n log n) for sorting, then O(n): takes the latencies out again, from the last to the first.
from typing import List


def running_medians(latencies: List[int]) -> List[int]:
    count = len(latencies)
    order = sorted(range(count), key=latencies.__getitem__)
    before, after = [-1] * (count + 1), [-1] * (count + 1)  # in sorted order; -1: none
    rank = [0] * count
    for place, position in enumerate(order):
        rank[position] = place
        if place > 0:
            before[position] = order[place - 1]
            after[order[place - 1]] = position
    median = order[(count - 1) // 2]
    medians = [0] * count
    for position in range(count - 1, -1, -1):
        medians[position] = latencies[median]
        old = median
        if position % 2 == 1:  # an odd number is left: the median keeps its place
            if rank[position] <= rank[old]:
                median = after[old]
        elif rank[position] >= rank[old]:
            median = before[old]
        after[before[position]] = after[position]
        before[after[position]] = before[position]
    return medians
