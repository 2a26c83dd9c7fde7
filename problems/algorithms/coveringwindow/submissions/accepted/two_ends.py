# O(n + m): both ends of a window move to the right; what is missing is counted.
from collections import Counter
from typing import List


def find_window(lines: List[int], required: List[int]) -> List[int]:
    missing = Counter(required)  # below zero: more than enough
    still_open = len(required)
    best = []
    start = 0
    for end, service in enumerate(lines, 1):
        if service not in missing:
            continue
        if missing[service] > 0:
            still_open -= 1
        missing[service] -= 1
        while still_open == 0:
            if not best or end - start < best[1] - best[0]:
                best = [start, end]
            leaving = lines[start]
            start += 1
            if leaving in missing:
                missing[leaving] += 1
                if missing[leaving] > 0:
                    still_open += 1
    return best
