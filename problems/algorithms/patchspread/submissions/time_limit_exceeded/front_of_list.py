# Slow: O(n^2), takes places from the front of a list, which moves all others.
def patch_minutes(servers):
    rows, columns = len(servers), len(servers[0])
    state = [row[:] for row in servers]
    queue = [(row, column, 0) for row in range(rows) for column in range(columns)
             if state[row][column] == 1]
    last = 0
    while queue:
        row, column, last = queue.pop(0)
        for r, c in ((row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column)):
            if 0 <= r < rows and 0 <= c < columns and state[r][c] == 0:
                state[r][c] = 1
                queue.append((r, c, last + 1))
    return -1 if any(0 in row for row in state) else last
