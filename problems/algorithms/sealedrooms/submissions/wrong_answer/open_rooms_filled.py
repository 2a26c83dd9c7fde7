# Mistake: fills open rooms with 1, so that they are walls in the end; 08-chess-25.
def seal_rooms(plan):
    rows, columns = len(plan), len(plan[0])

    def flood(row, column, mark):
        stack = [(row, column)]
        while stack:
            r, c = stack.pop()
            if 0 <= r < rows and 0 <= c < columns and plan[r][c] == 0:
                plan[r][c] = mark
                stack += [(r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)]

    for row in range(rows):
        for column in range(columns):
            if row in (0, rows - 1) or column in (0, columns - 1):
                flood(row, column, 1)
    rooms = 0
    for row in range(rows):
        for column in range(columns):
            if plan[row][column] == 0:
                flood(row, column, 2)
                rooms += 1
    return rooms
