# Slow: O(n^2), inserts each latency into a sorted list: what is behind it has to move.
from bisect import insort


def running_medians(latencies):
    in_order = []
    medians = []
    for latency in latencies:
        insort(in_order, latency)
        medians.append(in_order[(len(in_order) - 1) // 2])
    return medians
