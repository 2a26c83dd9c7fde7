# O(n log n): the tuple of sorted lines is the key; dictionaries keep the order of insertion.
from collections import defaultdict
from typing import List


def group_twins(configs: List[List[str]]) -> List[List[int]]:
    groups = defaultdict(list)
    for service, lines in enumerate(configs):
        groups[tuple(sorted(lines))].append(service)
    return [group for group in groups.values() if len(group) > 1]
