# O(n log n): in the order of starts, with the latest end so far.
from typing import List


def free_slots(bookings: List[List[int]], horizon: int, length: int) -> List[List[int]]:
    slots = []
    free_from = 0
    for start, end in sorted(bookings):
        if min(start, horizon) - free_from >= length:
            slots.append([free_from, min(start, horizon)])
        free_from = max(free_from, end)
    if horizon - free_from >= length:
        slots.append([free_from, horizon])
    return slots
