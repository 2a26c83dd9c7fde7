# O(n log s): bisection of the capacity between the largest partition and the sum of all.
from typing import List


def shards_needed(sizes, capacity):
    count, load = 1, 0
    for size in sizes:
        load += size
        if load > capacity:
            count += 1
            load = size
    return count


def split_shards(sizes: List[int], shards: int) -> int:
    low, high = max(sizes), sum(sizes)
    while low < high:
        capacity = (low + high) // 2
        if shards_needed(sizes, capacity) <= shards:
            high = capacity
        else:
            low = capacity + 1
    return low
