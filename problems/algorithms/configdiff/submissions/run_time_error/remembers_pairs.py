# Crash: an entry in a cache for each of the pairs takes more than the memory limit.
from functools import lru_cache


def fewest_edits(current, wanted):
    @lru_cache(maxsize=None)
    def edits(i, j):
        if i == 0 or j == 0:
            return i + j
        if current[i - 1] == wanted[j - 1]:
            return edits(i - 1, j - 1)
        return 1 + min(edits(i - 1, j - 1), edits(i - 1, j), edits(i, j - 1))

    return edits(len(current), len(wanted))
