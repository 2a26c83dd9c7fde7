# O(n): no sorting. The set of lines with their counts is the key.
from collections import Counter


def group_twins(configs):
    groups = {}
    for service, lines in enumerate(configs):
        key = frozenset(Counter(lines).items())
        groups.setdefault(key, []).append(service)
    return [group for group in groups.values() if len(group) > 1]
