# O(n log k): merges neighbouring streams, the left one first, until one is left.
from typing import List, Tuple

Events = List[Tuple[int, int]]


def merge(left: Events, right: Events) -> Events:
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i][0] <= right[j][0]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def merge_streams(streams: List[List[int]]) -> List[int]:
    rounds = [[(time, number) for time in times] for number, times in enumerate(streams)]
    while len(rounds) > 1:
        odd = rounds[-1:] if len(rounds) % 2 else []
        rounds = [merge(rounds[i], rounds[i + 1]) for i in range(0, len(rounds) - 1, 2)] + odd
    return [number for _, number in rounds[0]]
