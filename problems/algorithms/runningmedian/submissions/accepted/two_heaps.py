# O(n log n): a heap with the lower half (negated, for the largest on top), and one with the upper half.
from heapq import heappush, heappushpop
from typing import List


def running_medians(latencies: List[int]) -> List[int]:
    lower, upper = [], []
    medians = []
    for latency in latencies:
        if len(lower) == len(upper):
            heappush(lower, -heappushpop(upper, latency))
        else:
            heappush(upper, -heappushpop(lower, -latency))
        medians.append(-lower[0])
    return medians
