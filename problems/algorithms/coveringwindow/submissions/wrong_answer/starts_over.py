# Mistake: begins anew behind a complete stretch, so that overlapping ones are not seen; 08-end-12.
from collections import Counter


def find_window(lines, required):
    best = []
    missing = Counter(required)
    still_open = len(required)
    first = 0
    for end, service in enumerate(lines, 1):
        if missing[service] > 0:
            still_open -= 1
        missing[service] -= 1
        if still_open:
            continue
        start = first
        while missing[lines[start]] < 0:
            missing[lines[start]] += 1
            start += 1
        if not best or end - start < best[1] - best[0]:
            best = [start, end]
        missing = Counter(required)
        still_open = len(required)
        first = end
    return best
