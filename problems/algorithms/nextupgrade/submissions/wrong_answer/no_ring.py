# Mistake: ends at the last host, although the ring goes on at the first; 04-falling-3.
def next_upgrade(versions):
    distance = [0] * len(versions)
    waiting = []
    for position, version in enumerate(versions):
        while waiting and versions[waiting[-1]] < version:
            host = waiting.pop()
            distance[host] = position - host
        waiting.append(position)
    return distance
