# O(n + m): makes the list of each wave from that of the one before.
from typing import List


def deploy_waves(dependencies: List[List[int]]) -> List[int]:
    waiting = [[] for _ in dependencies]
    for service, others in enumerate(dependencies):
        for other in others:
            waiting[other].append(service)
    missing = [len(others) for others in dependencies]
    waves = [0] * len(dependencies)
    current = [service for service, count in enumerate(missing) if count == 0]
    number, done = 0, 0
    while current:
        number += 1
        done += len(current)
        following = []
        for service in current:
            waves[service] = number
            for other in waiting[service]:
                missing[other] -= 1
                if missing[other] == 0:
                    following.append(other)
        current = following
    return waves if done == len(dependencies) else []
