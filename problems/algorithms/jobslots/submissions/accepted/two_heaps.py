# O(n log w): a heap of free workers by number, a heap of busy ones by the time at which they are done.
from heapq import heappop, heappush
from typing import List


def assign_jobs(arrivals: List[int], durations: List[int], workers: int) -> List[int]:
    free = list(range(workers))
    busy = []
    takers = []
    for start, duration in zip(arrivals, durations):
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        if free:
            worker = heappop(free)
        else:
            start, worker = heappop(busy)
        heappush(busy, (start + duration, worker))
        takers.append(worker)
    return takers
