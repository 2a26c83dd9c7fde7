# Mistake: compares each lease only with the one before, and counts chains of overlaps; 11-chain-7.
def peak_leases(leases):
    best = best_moment = count = reach = 0
    for start, end in sorted(leases):
        count = count + 1 if start < reach else 1
        reach = max(reach, end)
        if count > best:
            best, best_moment = count, start
    return [best_moment, best]
