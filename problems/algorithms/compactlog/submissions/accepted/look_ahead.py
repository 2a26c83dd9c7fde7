# O(n): a record is kept if the one two places on has another key.
from typing import List


def compact_log(records: List[List[int]]) -> int:
    n = len(records)
    kept = 0
    for i in range(n):
        if i + 2 >= n or records[i + 2][0] != records[i][0]:
            records[kept][:] = records[i]
            kept += 1
    for i in range(kept, n):
        records[i][:] = (0, 0)
    return kept
