# weigh; time O(n log n); space O(n)
import heapq


def weigh(numbers):
    heap = []
    for x in numbers:
        heapq.heappush(heap, -x)
    last = 0
    while heap:
        last = heapq.heappop(heap)
    return -last
