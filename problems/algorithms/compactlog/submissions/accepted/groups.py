# O(n) time and space: the last two of each group, copied back into the same list.
from itertools import groupby
from typing import List


def compact_log(records: List[List[int]]) -> int:
    kept = []
    for _, group in groupby(records, key=lambda record: record[0]):
        kept += list(group)[-2:]
    records[:] = kept + [[0, 0] for _ in range(len(records) - len(kept))]
    return len(kept)
