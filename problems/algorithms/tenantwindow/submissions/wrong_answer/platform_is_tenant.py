# Mistake: counts the empty name as a tenant; 08-platform-12.
from collections import Counter


def find_stretch(tenants, limit):
    requests = Counter()
    start = 0
    best = [0, 0]
    for end, tenant in enumerate(tenants, 1):
        requests[tenant] += 1
        while len(requests) > limit:
            requests[tenants[start]] -= 1
            if requests[tenants[start]] == 0:
                del requests[tenants[start]]
            start += 1
        if end - start > best[1]:
            best = [start, end - start]
    return best
