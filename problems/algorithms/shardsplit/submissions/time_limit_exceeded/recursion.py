# Slow: O(n^2 k), tries every end of the first shard, and remembers what is best for the rest.
import sys
from functools import lru_cache


def split_shards(sizes, shards):
    sys.setrecursionlimit(10**6)

    @lru_cache(None)
    def best(start, left):
        if start == len(sizes):
            return 0
        load = 0
        if left == 1:
            return sum(sizes[start:])
        answer = sum(sizes)
        for end in range(start, len(sizes)):
            load += sizes[end]
            if load >= answer:
                break
            answer = min(answer, max(load, best(end + 1, left - 1)))
        return answer

    return best(0, min(shards, len(sizes)))
