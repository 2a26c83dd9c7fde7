# O(k log n log s): prefix sums; the end of each of k shards is searched by bisection as well.
from bisect import bisect_right
from itertools import accumulate


def split_shards(sizes, shards):
    ends = list(accumulate(sizes))
    total = ends[-1]

    def fits(capacity):
        filled = 0
        for _ in range(shards):
            filled = ends[bisect_right(ends, filled + capacity) - 1]
            if filled == total:
                return True
        return False

    low = max(max(sizes), (total + shards - 1) // shards)
    high = total
    while low < high:
        capacity = (low + high) // 2
        if fits(capacity):
            high = capacity
        else:
            low = capacity + 1
    return low
