# O(n log n): two heaps; what has left the window is taken off when it comes to the top.
from heapq import heappop, heappush
from typing import List


def steady_stretch(loads: List[int], spread: int) -> List[int]:
    largest, smallest = [], []
    start = 0
    best = [0, 0]
    for position, load in enumerate(loads):
        heappush(largest, (-load, position))
        heappush(smallest, (load, position))
        while -largest[0][0] - smallest[0][0] > spread:
            start = min(largest[0][1], smallest[0][1]) + 1
            while largest[0][1] < start:
                heappop(largest)
            while smallest[0][1] < start:
                heappop(smallest)
        if position + 1 - start > best[1]:
            best = [start, position + 1 - start]
    return best
