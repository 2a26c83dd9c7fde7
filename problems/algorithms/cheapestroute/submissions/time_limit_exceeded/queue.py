# Slow: O(s n), a queue of the sites that have become cheaper.
from collections import deque


def cheapest_route(sites, links, source, target):
    leaving = [[] for _ in range(sites)]
    for start, end, price in links:
        leaving[start].append((end, price))
    best = [float("inf")] * sites
    best[source] = 0
    queue = deque([source])
    queued = [False] * sites
    while queue:
        site = queue.popleft()
        queued[site] = False
        for end, price in leaving[site]:
            if best[site] + price < best[end]:
                best[end] = best[site] + price
                if not queued[end]:
                    queued[end] = True
                    queue.append(end)
    return best[target] if best[target] < float("inf") else -1
