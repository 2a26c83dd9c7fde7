# Crash: calls itself for the next id of a streak, deeper than Python allows.
from functools import lru_cache


def longest_streak(ids):
    there = set(ids)

    @lru_cache(maxsize=None)
    def length(first):
        return 1 + length(first + 1) if first in there else 0

    best = max(there, key=lambda number: (length(number), -number))
    return [best, length(best)]
