# O(n log n): Dijkstra with a heap of offers; outdated ones are passed over.
from heapq import heappop, heappush
from typing import List


def cheapest_route(sites: int, links: List[List[int]], source: int, target: int) -> int:
    leaving = [[] for _ in range(sites)]
    for start, end, price in links:
        leaving[start].append((end, price))
    visited = [False] * sites
    offers = [(0, source)]
    while offers:
        total, site = heappop(offers)
        if site == target:
            return total
        if visited[site]:
            continue
        visited[site] = True
        for end, price in leaving[site]:
            if not visited[end]:
                heappush(offers, (total + price, end))
    return -1
