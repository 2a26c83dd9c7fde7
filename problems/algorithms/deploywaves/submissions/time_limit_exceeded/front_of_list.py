# Slow: O(n^2), takes from the front of a plain list, which moves all others.
def deploy_waves(dependencies):
    waiting = [[] for _ in dependencies]
    for service, others in enumerate(dependencies):
        for other in others:
            waiting[other].append(service)
    missing = [len(others) for others in dependencies]
    queue = [service for service, count in enumerate(missing) if count == 0]
    waves = [1 if count == 0 else 0 for count in missing]
    while queue:
        service = queue.pop(0)
        for other in waiting[service]:
            missing[other] -= 1
            if missing[other] == 0:
                waves[other] = waves[service] + 1
                queue.append(other)
    return waves if all(waves) else []
