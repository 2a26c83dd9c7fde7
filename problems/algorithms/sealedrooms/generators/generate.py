#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED. A size is a number of cells."""
import random
import sys

MAX_CELLS = 400_000
FREE, WALL = 0, 1


def any_shape(size, rng):
    """Rows and columns for about size cells, not too far from a square."""
    rows = max(1, round(size ** 0.5 * rng.choice([0.5, 0.8, 1, 1.25, 2])))
    rows = min(rows, size)
    return rows, size // rows


def square(size, least=1):
    rows = max(least, int(size ** 0.5))
    return rows, max(least, size // rows)


# ---- Families: function of size and random numbers ---------------------------------------------


def any_cells(size, rng):
    """Walls in some of the cells, from few to most."""
    rows, columns = any_shape(size, rng)
    walls = rng.choice([0.3, 0.45, 0.6])
    return [[int(rng.random() < walls) for _ in range(columns)] for _ in range(rows)]


def fenced(size, rng):
    """As above, with walls around, so that rooms are sealed; here and there a gate."""
    grid = any_cells(size, rng)
    gates = rng.choice([0, 0.02, 0.2])
    for row in (0, -1):
        grid[row] = [int(rng.random() >= gates) for _ in grid[row]]
    for row in grid:
        row[0], row[-1] = int(rng.random() >= gates), int(rng.random() >= gates)
    return grid


def all_free(size, rng):
    rows, columns = square(size)
    return [[FREE] * columns for _ in range(rows)]


def all_walls(size, rng):
    rows, columns = any_shape(size, rng)
    return [[WALL] * columns for _ in range(rows)]


def hall(size, rng):
    """One room that fills the plan, with walls around it."""
    rows, columns = square(size)
    return [[int(row in (0, rows - 1) or column in (0, columns - 1)) for column in range(columns)]
            for row in range(rows)]


def hall_with_gate(size, rng):
    """As above, with one free cell on the edge, on any of the four sides."""
    grid = hall(size, rng)
    rows, columns = len(grid), len(grid[0])
    side = rng.randrange(4)
    row = (0, rows - 1, rng.randrange(rows), rng.randrange(rows))[side]
    column = (rng.randrange(columns), rng.randrange(columns), 0, columns - 1)[side]
    if side < 2 and columns > 2:
        column = min(max(column, 1), columns - 2)
    if side >= 2 and rows > 2:
        row = min(max(row, 1), rows - 2)
    grid[row][column] = FREE
    return grid


def chessboard(size, rng):
    """As many rooms as possible, which touch at corners."""
    rows, columns = any_shape(size, rng)
    odd = rng.randrange(2)
    return [[(row + column + odd) % 2 for column in range(columns)] for row in range(rows)]


def winding(size, rng, gate):
    rows, columns = square(size)
    grid = [[WALL] * columns for _ in range(rows)]
    for row in range(1, rows - 1):
        if row % 2:
            grid[row][1:-1] = [FREE] * (columns - 2)
        elif row + 1 < rows - 1 and columns > 2:
            grid[row][-2 if row % 4 == 2 else 1] = FREE
    last = rows - 2 if (rows - 2) % 2 else rows - 3
    if gate and columns > 2 and last > 0:
        for row in range(last + 1, rows):
            grid[row][1 if last % 4 == 1 else -2] = FREE
    return grid


def snake(size, rng):
    """A sealed corridor that goes forth and back through all rows."""
    return winding(size, rng, False)


def open_snake(size, rng):
    """As above, with a gate at its far end, so that air has to go up all of it."""
    return winding(size, rng, True)


def meander(size, rng):
    """A low corridor that goes up and down all the way, with a gate at one of its ends: a sweep over
    the plan, forwards or backwards, gets on by a few cells only."""
    rows = min(5, size)
    columns = size // rows
    grid = [[WALL] * columns for _ in range(rows)]
    if rows < 5 or columns < 3:
        return grid
    for column in range(1, columns - 1):
        free = (1, 2, 3) if column % 2 or column == columns - 2 else (1,) if column % 4 == 2 else (3,)
        for row in free:
            grid[row][column] = FREE
    grid[2][rng.choice([0, -1])] = FREE
    return grid


def comb(size, rng):
    """Very many corridors that come together at their lower ends only: joining two rooms has to be cheap."""
    rows = min(6, size)
    columns = size // rows
    grid = [[WALL] * columns for _ in range(rows)]
    if rows < 6 or columns < 3:
        return grid
    for column in range(1, columns - 1):
        for row in (1, 2, 3, 4) if column % 2 else (4,):
            grid[row][column] = FREE
    if rng.random() < 0.5:
        grid[4][-1] = FREE
    return grid


def rings(size, rng):
    """Corridors around each other; those within are sealed, unless a gap leads outside."""
    rows, columns = square(size)
    grid = [[min(row, column, rows - 1 - row, columns - 1 - column) % 2 == 0 and WALL or FREE
             for column in range(columns)] for row in range(rows)]
    for ring in range(0, (min(rows, columns) - 1) // 2, 2):
        if rng.random() < 0.4:
            column = rng.randint(ring, columns - 1 - ring)
            grid[rng.choice([ring, rows - 1 - ring])][column] = FREE
    return grid


def three_rows(size, rng):
    """Three rows: nearly all cells lie on the edge, and the middle one has small sealed rooms."""
    columns = max(1, size // 3)
    if rng.random() < 0.5:
        return [[FREE] * columns for _ in range(3)][:max(1, min(3, size))]
    walls = rng.choice([0.1, 0.9])
    grid = [[int(rng.random() < 0.97) for _ in range(columns)],
            [int(rng.random() < walls) for _ in range(columns)],
            [int(rng.random() < 0.97) for _ in range(columns)]]
    return grid[:max(1, min(3, size))]


def two_rows(size, rng):
    """Two rows, nearly all free: each cell lies on the edge."""
    rows = min(2, size)
    return [[int(rng.random() < 0.0001) for _ in range(size // rows)] for _ in range(rows)]


def one_row(size, rng):
    return [[rng.choice([FREE, WALL]) for _ in range(size)]]


def one_column(size, rng):
    return [[rng.choice([FREE, WALL])] for _ in range(size)]


FAMILIES = {
    "random": any_cells, "fenced": fenced, "free": all_free, "walls": all_walls, "hall": hall,
    "gate": hall_with_gate, "chess": chessboard, "snake": snake, "opensnake": open_snake,
    "meander": meander, "comb": comb, "rings": rings, "three": three_rows, "two": two_rows, "row": one_row,
    "column": one_column,
}


def main():
    try:
        family, size, seed = sys.argv[1:]
        make, size = FAMILIES[family], int(size)
    except (KeyError, ValueError):
        print("usage: generate.py FAMILY SIZE SEED, with one of " + ", ".join(FAMILIES),
              file=sys.stderr)
        return 2
    if not 1 <= size <= MAX_CELLS:
        print(f"generate.py: a size is from 1 to {MAX_CELLS}", file=sys.stderr)
        return 2
    grid = make(size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(len(grid), len(grid[0]))
    print("\n".join(" ".join(map(str, row)) for row in grid))
    return 0


if __name__ == "__main__":
    sys.exit(main())
