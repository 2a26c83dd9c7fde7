# O(n): minute by minute, from the servers of the last minute; places that wait for the patch in a set.
def patch_minutes(servers):
    waiting, fresh = set(), []
    for row, states in enumerate(servers):
        for column, state in enumerate(states):
            if state == 0:
                waiting.add((row, column))
            elif state == 1:
                fresh.append((row, column))
    minutes = 0
    while waiting and fresh:
        minutes += 1
        reached = []
        for row, column in fresh:
            for place in ((row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column)):
                if place in waiting:
                    waiting.remove(place)
                    reached.append(place)
        fresh = reached
    return -1 if waiting else minutes
