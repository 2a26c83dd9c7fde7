# O(n): a record is kept if the one two places on has another key.
from typing import List


def compact_log(records: List[int]) -> int:
    n = len(records)
    kept = 0
    for i, record in enumerate(records):
        if i + 2 >= n or records[i + 2] // 1000 != record // 1000:
            records[kept] = record
            kept += 1
    for i in range(kept, n):
        records[i] = 0
    return kept
