# O(n log n): Dijkstra with the best price of each site; only better offers go into the heap.
import heapq
from typing import List


def cheapest_route(sites: int, links: List[List[int]], source: int, target: int) -> int:
    leaving = [[] for _ in range(sites)]
    for link in links:
        leaving[link[0]].append(link)
    best = [float("inf")] * sites
    best[source] = 0
    offers = [(0, source)]
    while offers:
        total, site = heapq.heappop(offers)
        if total > best[site]:
            continue
        for _, end, price in leaving[site]:
            if total + price < best[end]:
                best[end] = total + price
                heapq.heappush(offers, (best[end], end))
    return best[target] if best[target] < float("inf") else -1
