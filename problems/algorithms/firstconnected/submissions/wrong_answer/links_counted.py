# Mistake: counts n - 1 links, also those between nodes that were connected already; 06-same-4.
def first_connected(nodes, links):
    if nodes == 1:
        return 0
    if len(links) < nodes - 1:
        return -1
    return sorted(time for time, _, _ in links)[nodes - 2]
