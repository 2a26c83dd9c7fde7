# O(n log m): the first sample not before the event by bisection, and the first of the time before it.
from bisect import bisect_left
from typing import List


def nearest_samples(events: List[int], samples: List[int]) -> List[int]:
    result = []
    for event in events:
        after = bisect_left(samples, event)
        if after == 0:
            result.append(0)
            continue
        if after < len(samples) and samples[after] - event < event - samples[after - 1]:
            result.append(after)
        else:
            result.append(bisect_left(samples, samples[after - 1]))
    return result
