# Slow: O(n^2), takes cells from the front of a list, which moves all others.
def seal_rooms(plan):
    rows, columns = len(plan), len(plan[0])

    def flood(queue, mark):
        for r, c in queue:
            plan[r][c] = mark
        while queue:
            row, column = queue.pop(0)
            for r, c in ((row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column)):
                if 0 <= r < rows and 0 <= c < columns and plan[r][c] == 0:
                    plan[r][c] = mark
                    queue.append((r, c))

    flood([(r, c) for r in range(rows) for c in range(columns)
           if plan[r][c] == 0 and (r in (0, rows - 1) or c in (0, columns - 1))], 3)
    rooms = 0
    for row in range(rows):
        for column in range(columns):
            if plan[row][column] == 0:
                flood([(row, column)], 2)
                rooms += 1
    for line in plan:
        line[:] = [0 if cell == 3 else cell for cell in line]
    return rooms
