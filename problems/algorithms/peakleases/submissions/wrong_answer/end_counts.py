# Mistake: counts a lease at the moment at which it ends (starts come before ends); 07-handed-6.
def peak_leases(leases):
    events = [(start, 0) for start, _ in leases] + [(end, 1) for _, end in leases]
    held = best = best_moment = 0
    for moment, is_end in sorted(events):
        held += -1 if is_end else 1
        if held > best:
            best, best_moment = held, moment
    return [best_moment, best]
