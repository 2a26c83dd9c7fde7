# O(n log n): adds up starts and ends of each moment; free is where the count is zero.
from collections import defaultdict


def free_slots(bookings, horizon, length):
    change = defaultdict(int)
    for start, end in bookings:
        change[max(start, 0)] += 1
        change[max(end, 0)] -= 1
    change[0] += 0
    change[horizon] += 1

    slots = []
    busy = 0
    free_from = None
    for moment in sorted(change):
        if moment > horizon:
            break
        before, busy = busy, busy + change[moment]
        if before == 0 and busy > 0 and free_from is not None:
            if moment - free_from >= length:
                slots.append([free_from, moment])
        if busy == 0 and (before > 0 or free_from is None):
            free_from = moment
    return slots
