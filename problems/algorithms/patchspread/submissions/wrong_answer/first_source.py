# Mistake: searches from the first patched server only; 24-half-160000.
from collections import deque


def patch_minutes(servers):
    rows, columns = len(servers), len(servers[0])
    minute = {}
    queue = deque()
    for row in range(rows):
        for column in range(columns):
            if servers[row][column] == 1 and not queue:
                queue.append((row, column))
                minute[row, column] = 0
    last = 0
    while queue:
        row, column = queue.popleft()
        if servers[row][column] == 0:
            last = minute[row, column]
        for r, c in ((row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column)):
            if 0 <= r < rows and 0 <= c < columns and servers[r][c] != 2 and (r, c) not in minute:
                minute[r, c] = minute[row, column] + 1
                queue.append((r, c))
    for row in range(rows):
        for column in range(columns):
            if servers[row][column] == 0 and (row, column) not in minute:
                return -1
    return last
