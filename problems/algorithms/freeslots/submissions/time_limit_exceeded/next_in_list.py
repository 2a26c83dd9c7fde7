# Slow: O(n^2), searches all bookings for the one that covers a moment, or else for the next one.
def free_slots(bookings, horizon, length):
    slots = []
    now = 0
    while now < horizon:
        reach = max((end for start, end in bookings if start <= now), default=now)
        if reach > now:
            now = reach
            continue
        following = min((start for start, end in bookings if start > now), default=horizon)
        following = min(following, horizon)
        if following - now >= length:
            slots.append([now, following])
        now = following
    return slots
