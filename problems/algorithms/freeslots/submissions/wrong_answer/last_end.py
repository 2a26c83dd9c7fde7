# Mistake: goes on from the end of the last booking instead of the latest end so far; 08-nested-7.
def free_slots(bookings, horizon, length):
    slots = []
    free_from = 0
    for start, end in sorted(bookings):
        if end <= 0 or start >= horizon:
            continue
        if start - free_from >= length:
            slots.append([free_from, start])
        free_from = end
    if horizon - free_from >= length:
        slots.append([free_from, horizon])
    return slots
