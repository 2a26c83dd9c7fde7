# Mistake: compares only when a tenant too many ends the window, so not at the end; 09-end-10.
def find_stretch(tenants, limit):
    requests = {}
    start = 0
    best = [0, 0]
    for position, tenant in enumerate(tenants):
        if not tenant:
            continue
        requests[tenant] = requests.get(tenant, 0) + 1
        if len(requests) > limit and position - start > best[1]:
            best = [start, position - start]
        while len(requests) > limit:
            if tenants[start]:
                requests[tenants[start]] -= 1
                if requests[tenants[start]] == 0:
                    del requests[tenants[start]]
            start += 1
    return best if best[1] > 0 else [0, len(tenants)]
