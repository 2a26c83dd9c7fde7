# Mistake: stops a flood when it meets the edge, so that the rest of the room looks sealed; 18-random-160000.
def seal_rooms(plan):
    rows, columns = len(plan), len(plan[0])
    seen = set()

    def is_sealed(row, column, cells):
        stack = [(row, column)]
        seen.add((row, column))
        while stack:
            r, c = stack.pop()
            if r in (0, rows - 1) or c in (0, columns - 1):
                return False
            cells.append((r, c))
            for place in ((r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)):
                if place not in seen and plan[place[0]][place[1]] == 0:
                    seen.add(place)
                    stack.append(place)
        return True

    rooms = 0
    for row in range(rows):
        for column in range(columns):
            cells = []
            if plan[row][column] == 0 and (row, column) not in seen and is_sealed(row, column, cells):
                rooms += 1
                for r, c in cells:
                    plan[r][c] = 2
    return rooms
