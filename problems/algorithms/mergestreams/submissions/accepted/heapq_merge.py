# O(n log k): the standard library merges the streams of (time, stream) with a heap.
from heapq import merge
from itertools import repeat
from typing import List


def merge_streams(streams: List[List[int]]) -> List[int]:
    events = merge(*(zip(times, repeat(stream)) for stream, times in enumerate(streams)))
    return [stream for _, stream in events]
