# Mistake: breadth-first search finds the route with the fewest links; 07-early-7.
from collections import deque


def cheapest_route(sites, links, source, target):
    leaving = [[] for _ in range(sites)]
    for start, end, price in links:
        leaving[start].append((end, price))
    total = {source: 0}
    queue = deque([source])
    while queue:
        site = queue.popleft()
        for end, price in leaving[site]:
            if end not in total:
                total[end] = total[site] + price
                queue.append(end)
    return total.get(target, -1)
