# O(m log m): links in order of time, a union-find with path halving.
from typing import List


def first_connected(nodes: int, links: List[List[int]]) -> int:
    parent = list(range(nodes))

    def find(node):
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    parts = nodes
    if parts == 1:
        return 0
    for time, a, b in sorted(links):
        a, b = find(a), find(b)
        if a != b:
            parent[a] = b
            parts -= 1
            if parts == 1:
                return time
    return -1
