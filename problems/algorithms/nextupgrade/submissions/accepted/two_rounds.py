# O(n): a stack of positions that wait for a larger version, twice round the ring.
from typing import List


def next_upgrade(versions: List[int]) -> List[int]:
    count = len(versions)
    distance = [0] * count
    waiting = []
    for position, version in enumerate(versions + versions):
        while waiting and versions[waiting[-1]] < version:
            host = waiting.pop()
            distance[host] = position - host
        if position < count:
            waiting.append(position)
    return distance
