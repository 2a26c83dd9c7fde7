# O(n log n): in the order of starts, with a heap of the ends of those that are held.
import heapq


def peak_leases(leases):
    ends = []
    best, best_moment = 0, 0
    for start, end in sorted(leases):
        while ends and ends[0] <= start:
            heapq.heappop(ends)
        heapq.heappush(ends, end)
        if len(ends) > best:
            best, best_moment = len(ends), start
    return [best_moment, best]
