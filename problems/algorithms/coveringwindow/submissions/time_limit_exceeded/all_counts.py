# Slow: O(n m), compares the counts of all services each time the window moves.
from collections import Counter


def find_window(lines, required):
    needed = Counter(required)
    have = Counter()
    best = []
    start = 0
    for end, service in enumerate(lines, 1):
        have[service] += 1
        while all(have[other] >= count for other, count in needed.items()):
            if not best or end - start < best[1] - best[0]:
                best = [start, end]
            have[lines[start]] -= 1
            start += 1
    return best
