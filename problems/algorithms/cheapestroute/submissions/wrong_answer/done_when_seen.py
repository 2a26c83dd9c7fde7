# Mistake: a site is done when it gets its first price, not when it comes out of the heap; 07-early-7.
import heapq


def cheapest_route(sites, links, source, target):
    leaving = [[] for _ in range(sites)]
    for start, end, price in links:
        leaving[start].append((end, price))
    seen = {source}
    offers = [(0, source)]
    while offers:
        total, site = heapq.heappop(offers)
        if site == target:
            return total
        for end, price in leaving[site]:
            if end not in seen:
                seen.add(end)
                heapq.heappush(offers, (total + price, end))
    return -1
