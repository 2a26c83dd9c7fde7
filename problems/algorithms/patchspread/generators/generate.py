#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED. A size is a number of places."""
import random
import sys

MAX_PLACES = 400_000
SERVER, PATCHED, WALL = 0, 1, 2


def any_shape(size, rng):
    """Rows and columns for about size places, not too far from a square."""
    rows = max(1, round(size ** 0.5 * rng.choice([0.5, 0.8, 1, 1.25, 2])))
    rows = min(rows, size)
    return rows, size // rows


def square(size, least=1):
    rows = max(least, int(size ** 0.5))
    return rows, max(least, size // rows)


# ---- Families: function of size and random numbers ---------------------------------------------


def any_places(size, rng):
    """A few patched servers, and walls in up to a third of the places."""
    rows, columns = any_shape(size, rng)
    walls, patched = rng.choice([0, 0.1, 0.3]), rng.choice([0.02, 0.1, 0.3])
    grid = [[WALL if rng.random() < walls else PATCHED if rng.random() < patched else SERVER
             for _ in range(columns)] for _ in range(rows)]
    if rng.random() < 0.8:
        grid[rng.randrange(rows)][rng.randrange(columns)] = PATCHED
    return grid


def maze_like(size, rng):
    """So many walls that ways wind, and some servers are cut off; most of those become walls."""
    rows, columns = any_shape(size, rng)
    grid = [[WALL if rng.random() < 0.35 else SERVER for _ in range(columns)] for _ in range(rows)]
    start = (rng.randrange(rows), rng.randrange(columns))
    grid[start[0]][start[1]] = PATCHED
    reached, stack = {start}, [start]
    while stack:
        row, column = stack.pop()
        for to in ((row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column)):
            if (0 <= to[0] < rows and 0 <= to[1] < columns and to not in reached
                    and grid[to[0]][to[1]] != WALL):
                reached.add(to)
                stack.append(to)
    keep = rng.random() < 0.3
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in reached and not keep:
                grid[row][column] = WALL
    return grid


def open_room(size, rng):
    """No walls, and one patched server in a corner or anywhere."""
    rows, columns = square(size)
    grid = [[SERVER] * columns for _ in range(rows)]
    if rng.random() < 0.5:
        grid[rng.choice([0, -1])][rng.choice([0, -1])] = PATCHED
    else:
        grid[rng.randrange(rows)][rng.randrange(columns)] = PATCHED
    return grid


def nearly_all(size, rng):
    """All servers are patched but a few, which stand close together."""
    rows, columns = square(size)
    grid = [[PATCHED] * columns for _ in range(rows)]
    for _ in range(min(rows, columns, 3)):
        grid[rng.randrange((rows + 1) // 2)][rng.randrange((columns + 1) // 2)] = SERVER
    if rows * columns > 1:
        grid[-1][-1] = SERVER
    return grid


def half(size, rng):
    """One half of the room is patched, the other is not."""
    rows, columns = square(size)
    grid = [[PATCHED if column < columns / 2 else SERVER for column in range(columns)]
            for _ in range(rows)]
    if rng.random() < 0.5:
        grid = [row[::-1] for row in grid]
    return grid


def spiral(size, rng):
    """A corridor that winds inwards, with the patch at its outer or inner end."""
    rows, columns = square(size)
    grid = [[WALL] * columns for _ in range(rows)]
    row, column, down, right = 0, 0, 0, 1
    grid[0][0] = SERVER

    def can_go():
        r, c = row + down, column + right
        if not (0 <= r < rows and 0 <= c < columns) or grid[r][c] != WALL:
            return False
        r, c = r + down, c + right
        return not (0 <= r < rows and 0 <= c < columns) or grid[r][c] == WALL

    while True:
        if not can_go():
            down, right = right, -down
            if not can_go():
                break
        row, column = row + down, column + right
        grid[row][column] = SERVER
    if rng.random() < 0.5:
        row, column = 0, 0
    grid[row][column] = PATCHED
    return grid


def snake(size, rng):
    """A corridor through all rows, with the patch at its lower or upper end."""
    rows, columns = square(size)
    grid = [[SERVER if row % 2 == 0 else WALL] * columns for row in range(rows)]
    for row in range(1, rows, 2):
        grid[row][-1 if row % 4 == 1 else 0] = SERVER
    grid[0][0] = PATCHED
    if rng.random() < 0.7:
        grid.reverse()
    return grid


def meander(size, rng):
    """Three rows with a corridor that goes up and down all the way, with the patch at one end: a
    pass over the room, forwards or backwards, gets on by a few places only."""
    rows = min(3, size)
    columns = size // rows
    grid = [[SERVER] * columns for _ in range(rows)]
    if rows == 3:
        for column in range(1, columns, 2):
            walls = (1, 2) if column % 4 == 1 else (0, 1)
            for row in walls:
                grid[row][column] = WALL
    ends = [place for place in ((0, 0), (rows - 1, 0), (0, columns - 1), (rows - 1, columns - 1))
            if grid[place[0]][place[1]] == SERVER]
    row, column = rng.choice(ends)
    grid[row][column] = PATCHED
    return grid


def both_ways(size, rng):
    """The same corridor with the patch in the middle, from where it goes to both ends: what was patched
    last is far apart, so that a pass over what lies between is long."""
    grid = meander(size, rng)
    grid = [[SERVER if place == PATCHED else place for place in row] for row in grid]
    middle = len(grid[0]) // 2
    row = next(row for row in range(len(grid)) if grid[row][middle] == SERVER)
    grid[row][middle] = PATCHED
    return grid


def none_patched(size, rng):
    rows, columns = any_shape(size, rng)
    return [[rng.choice([SERVER, SERVER, WALL]) for _ in range(columns)] for _ in range(rows)]


def all_walls(size, rng):
    rows, columns = any_shape(size, rng)
    return [[WALL] * columns for _ in range(rows)]


def nothing_left(size, rng):
    """Patched servers and walls: nothing is to be done."""
    rows, columns = any_shape(size, rng)
    return [[rng.choice([PATCHED, WALL]) for _ in range(columns)] for _ in range(rows)]


def cut_off(size, rng):
    """A server in a corner behind walls that touch it at the sides only: it is never patched."""
    rows, columns = square(size)
    grid = [[PATCHED if rng.random() < 0.1 else SERVER for _ in range(columns)] for _ in range(rows)]
    grid[0][0] = PATCHED
    grid[-1][-1] = SERVER
    if rows > 1:
        grid[-2][-1] = WALL
    if columns > 1:
        grid[-1][-2] = WALL
    return grid


def row_ends(size, rng):
    """The patch stands at the right end of a row, and walls keep it from the left end of the next."""
    rows, columns = square(size)
    grid = [[SERVER] * columns for _ in range(rows)]
    if columns > 2:
        for row in range(rows):
            grid[row][columns // 2] = WALL
        grid[rng.randrange(rows)][columns // 2] = SERVER
    grid[rng.randrange(rows)][-1] = PATCHED
    return grid


def one_row(size, rng):
    row = [SERVER] * size
    for _ in range(rng.choice([1, 1, 3, 10])):
        row[rng.randrange(size)] = PATCHED
    if rng.random() < 0.2:
        row[rng.randrange(size)] = WALL
    return [row]


def one_column(size, rng):
    return [[place] for place in one_row(size, rng)[0]]


FAMILIES = {
    "random": any_places, "maze": maze_like, "open": open_room, "nearly": nearly_all,
    "half": half, "spiral": spiral, "snake": snake, "meander": meander, "bothways": both_ways,
    "none": none_patched, "walls": all_walls, "done": nothing_left, "cutoff": cut_off,
    "ends": row_ends, "row": one_row, "column": one_column,
}


def main():
    try:
        family, size, seed = sys.argv[1:]
        make, size = FAMILIES[family], int(size)
    except (KeyError, ValueError):
        print("usage: generate.py FAMILY SIZE SEED, with one of " + ", ".join(FAMILIES),
              file=sys.stderr)
        return 2
    if not 1 <= size <= MAX_PLACES:
        print(f"generate.py: a size is from 1 to {MAX_PLACES}", file=sys.stderr)
        return 2
    grid = make(size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(len(grid), len(grid[0]))
    print("\n".join(" ".join(map(str, row)) for row in grid))
    return 0


if __name__ == "__main__":
    sys.exit(main())
