# Mistake: a dictionary of dictionaries keeps only the last link between two sites; 06-several-6.
from collections import defaultdict
from heapq import heappop, heappush


def cheapest_route(sites, links, source, target):
    price_of = defaultdict(dict)
    for start, end, price in links:
        price_of[start][end] = price
    visited = set()
    offers = [(0, source)]
    while offers:
        total, site = heappop(offers)
        if site == target:
            return total
        if site in visited:
            continue
        visited.add(site)
        for end, price in price_of[site].items():
            heappush(offers, (total + price, end))
    return -1
