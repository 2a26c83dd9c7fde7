# O(n): a window, and two monotonic queues that have its largest and its smallest load in front.
from collections import deque
from typing import List


def steady_stretch(loads: List[int], spread: int) -> List[int]:
    falling, rising = deque(), deque()  # positions
    start = 0
    best = [0, 0]
    for position, load in enumerate(loads):
        while falling and loads[falling[-1]] <= load:
            falling.pop()
        while rising and loads[rising[-1]] >= load:
            rising.pop()
        falling.append(position)
        rising.append(position)
        while loads[falling[0]] - loads[rising[0]] > spread:
            start += 1
            if falling[0] < start:
                falling.popleft()
            if rising[0] < start:
                rising.popleft()
        if position + 1 - start > best[1]:
            best = [start, position + 1 - start]
    return best
