# O(n): breadth first from all patched servers at once.
from collections import deque
from typing import List


def patch_minutes(servers: List[List[int]]) -> int:
    rows, columns = len(servers), len(servers[0])
    minute = [[0 if state == 1 else None for state in row] for row in servers]
    queue = deque((row, column) for row in range(rows) for column in range(columns)
                  if servers[row][column] == 1)
    left = sum(row.count(0) for row in servers)
    last = 0
    while queue:
        row, column = queue.popleft()
        last = minute[row][column]
        for r, c in ((row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column)):
            if (0 <= r < rows and 0 <= c < columns
                    and servers[r][c] == 0 and minute[r][c] is None):
                minute[r][c] = last + 1
                queue.append((r, c))
                left -= 1
    return -1 if left else last
