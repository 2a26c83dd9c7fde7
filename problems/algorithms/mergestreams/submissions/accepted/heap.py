# O(n log k): a heap with the first undelivered event of each stream.
import heapq
from typing import List


def merge_streams(streams: List[List[int]]) -> List[int]:
    heads = [(times[0], stream, 0) for stream, times in enumerate(streams) if times]
    heapq.heapify(heads)
    sources = []
    while heads:
        _, stream, position = heads[0]
        sources.append(stream)
        position += 1
        if position < len(streams[stream]):
            heapq.heapreplace(heads, (streams[stream][position], stream, position))
        else:
            heapq.heappop(heads)
    return sources
