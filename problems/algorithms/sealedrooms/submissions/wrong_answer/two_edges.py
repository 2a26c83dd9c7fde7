# Mistake: floods from the first and last row only, not from the columns; 15-fenced-400.
def seal_rooms(plan):
    rows, columns = len(plan), len(plan[0])

    def flood(row, column, mark):
        stack = [(row, column)]
        while stack:
            r, c = stack.pop()
            if 0 <= r < rows and 0 <= c < columns and plan[r][c] == 0:
                plan[r][c] = mark
                stack += [(r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)]

    for column in range(columns):
        flood(0, column, 3)
        flood(rows - 1, column, 3)
    rooms = 0
    for row in range(rows):
        for column in range(columns):
            if plan[row][column] == 0:
                flood(row, column, 2)
                rooms += 1
    for line in plan:
        line[:] = [0 if cell == 3 else cell for cell in line]
    return rooms
