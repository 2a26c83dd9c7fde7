# O(n log n): by closing moment, with the moment of the last check.
from typing import List


def fewest_checks(opens: List[int], closes: List[int]) -> int:
    checks = 0
    last = None
    for closing, opening in sorted(zip(closes, opens)):
        if last is None or opening > last:
            last = closing
            checks += 1
    return checks
