# Slow: O(n^3), tries every group.
from itertools import combinations


def count_triples(memory, quota):
    return sum(1 for group in combinations(memory, 3) if sum(group) <= quota)
