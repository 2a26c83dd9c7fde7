# O(n + z log z): floods each zone breadth first; racks that were seen are taken out of a copy of the room.
from collections import deque
from typing import List


def zone_sizes(feeds: List[List[int]]) -> List[int]:
    rows, columns = len(feeds), len(feeds[0])
    left = [row[:] for row in feeds]
    sizes = []
    for row in range(rows):
        for column in range(columns):
            feed = left[row][column]
            if feed == 0:
                continue
            size = 0
            left[row][column] = 0
            queue = deque([(row, column)])
            while queue:
                r, c = queue.popleft()
                size += 1
                for r2, c2 in ((r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)):
                    if 0 <= r2 < rows and 0 <= c2 < columns and left[r2][c2] == feed:
                        left[r2][c2] = 0
                        queue.append((r2, c2))
            sizes.append(size)
    return sorted(sizes, reverse=True)
