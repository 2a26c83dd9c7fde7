# Crash: the recursion takes slices of the configurations, and its cache keeps all of them.
from functools import lru_cache


@lru_cache(maxsize=None)
def edits(current, wanted):
    if not current or not wanted:
        return len(current) + len(wanted)
    if current[-1] == wanted[-1]:
        return edits(current[:-1], wanted[:-1])
    return 1 + min(edits(current[:-1], wanted[:-1]), edits(current[:-1], wanted), edits(current, wanted[:-1]))


def fewest_edits(current, wanted):
    return edits(tuple(current), tuple(wanted))
