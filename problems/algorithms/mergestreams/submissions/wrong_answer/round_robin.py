# Mistake: with equal times, streams take turns instead of finishing the time one by one; 04-ties-8.
import heapq


def merge_streams(streams):
    heads = [(times[0], 0, stream) for stream, times in enumerate(streams) if times]
    heapq.heapify(heads)
    sources = []
    while heads:
        _, position, stream = heapq.heappop(heads)
        sources.append(stream)
        if position + 1 < len(streams[stream]):
            heapq.heappush(heads, (streams[stream][position + 1], position + 1, stream))
    return sources
