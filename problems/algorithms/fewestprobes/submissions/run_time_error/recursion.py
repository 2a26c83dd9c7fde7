# Crash: a call for each packet of the burst, up to 200000 deep, and a memory of them.
from functools import lru_cache


def fewest_packets(sizes, total):
    @lru_cache(maxsize=None)
    def fewest(rest):
        if rest == 0:
            return 0
        return min((fewest(rest - size) + 1 for size in sizes if size <= rest), default=float("inf"))

    result = fewest(total)
    return result if result != float("inf") else -1
