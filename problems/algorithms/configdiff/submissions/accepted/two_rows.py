# O(n m): two rows of the table.
from typing import List


def fewest_edits(current: List[str], wanted: List[str]) -> int:
    above = list(range(len(wanted) + 1))
    for i, line in enumerate(current, 1):
        row = [i]
        for j, other in enumerate(wanted):
            if line == other:
                row.append(above[j])
            else:
                row.append(1 + min(above[j], above[j + 1], row[j]))
        above = row
    return above[-1]
