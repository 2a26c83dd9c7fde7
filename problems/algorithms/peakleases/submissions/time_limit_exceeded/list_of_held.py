# Slow: O(n^2), looks at all leases that are held whenever one starts.
def peak_leases(leases):
    held = []
    best, best_moment = 0, 0
    for start, end in sorted(leases):
        held = [other for other in held if other > start]
        held.append(end)
        if len(held) > best:
            best, best_moment = len(held), start
    return [best_moment, best]
