# Mistake: servers that were patched in this minute already pass the patch on; 05-open-9.
def patch_minutes(servers):
    rows, columns = len(servers), len(servers[0])
    state = [row[:] for row in servers]
    minutes = 0
    while any(0 in row for row in state):
        changed = False
        for row in range(rows):
            for column in range(columns):
                if state[row][column] != 1:
                    continue
                for r, c in ((row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column)):
                    if 0 <= r < rows and 0 <= c < columns and state[r][c] == 0:
                        state[r][c] = 1
                        changed = True
        if not changed:
            return -1
        minutes += 1
    return minutes
