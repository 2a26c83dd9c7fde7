# Mistake: gives a service the wave behind its first dependency that is deployed; 07-shortcut-6.
from collections import deque


def deploy_waves(dependencies):
    waiting = [[] for _ in dependencies]
    for service, others in enumerate(dependencies):
        for other in others:
            waiting[other].append(service)
    missing = [len(others) for others in dependencies]
    waves = [0] * len(dependencies)
    queue = deque()
    for service, count in enumerate(missing):
        if count == 0:
            waves[service] = 1
            queue.append(service)
    done = 0
    while queue:
        service = queue.popleft()
        done += 1
        for other in waiting[service]:
            missing[other] -= 1
            if waves[other] == 0:
                waves[other] = waves[service] + 1
            if missing[other] == 0:
                queue.append(other)
    return waves if done == len(dependencies) else []
