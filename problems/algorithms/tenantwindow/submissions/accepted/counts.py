# O(n): a window, and a dictionary with the number of requests of each tenant in it.
from typing import List


def find_stretch(tenants: List[str], limit: int) -> List[int]:
    requests = {}
    start = 0
    best = [0, 0]
    for end, tenant in enumerate(tenants, 1):
        if tenant:
            requests[tenant] = requests.get(tenant, 0) + 1
        while len(requests) > limit:
            leaving = tenants[start]
            start += 1
            if leaving:
                requests[leaving] -= 1
                if requests[leaving] == 0:
                    del requests[leaving]
        if end - start > best[1]:
            best = [start, end - start]
    return best
