# Mistake: loads that differ by exactly the spread end the stretch; 06-exact-8.
from collections import deque


def steady_stretch(loads, spread):
    falling, rising = deque(), deque()
    start = 0
    best = [0, 1]
    for position, load in enumerate(loads):
        while falling and loads[falling[-1]] <= load:
            falling.pop()
        while rising and loads[rising[-1]] >= load:
            rising.pop()
        falling.append(position)
        rising.append(position)
        while falling and rising and loads[falling[0]] - loads[rising[0]] >= spread:
            start += 1
            if falling[0] < start:
                falling.popleft()
            if rising[0] < start:
                rising.popleft()
        if position + 1 - start > best[1]:
            best = [start, position + 1 - start]
    return best
