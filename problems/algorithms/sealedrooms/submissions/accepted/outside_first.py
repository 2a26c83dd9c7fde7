# O(n): floods from the edge with a mark of its own; what is left free is sealed.
from typing import List

SEALED, OPEN = 2, 3


def flood(plan, starts, mark):
    rows, columns = len(plan), len(plan[0])
    stack = []
    for row, column in starts:
        if plan[row][column] == 0:
            plan[row][column] = mark
            stack.append((row, column))
    while stack:
        row, column = stack.pop()
        for r, c in ((row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column)):
            if 0 <= r < rows and 0 <= c < columns and plan[r][c] == 0:
                plan[r][c] = mark
                stack.append((r, c))


def seal_rooms(plan: List[List[int]]) -> int:
    rows, columns = len(plan), len(plan[0])
    edge = [(row, column) for row in range(rows) for column in (0, columns - 1)]
    edge += [(row, column) for row in (0, rows - 1) for column in range(columns)]
    flood(plan, edge, OPEN)

    rooms = 0
    for row in range(rows):
        for column in range(columns):
            if plan[row][column] == 0:
                flood(plan, [(row, column)], SEALED)
                rooms += 1
            elif plan[row][column] == OPEN:
                plan[row][column] = 0
    return rooms
