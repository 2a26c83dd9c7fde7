#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED. A size is a number of places."""
import random
import sys

MAX_PLACES = 300_000
MAX_FEED = 10**9


def any_shape(size, rng):
    """Rows and columns for about size places, not too far from a square."""
    rows = max(1, round(size ** 0.5 * rng.choice([0.5, 0.8, 1, 1.25, 2])))
    rows = min(rows, size)
    return rows, size // rows


def square(size, least=1):
    rows = max(least, int(size ** 0.5))
    return rows, max(least, size // rows)


# ---- Families: function of size and random numbers ---------------------------------------------


def any_feeds(size, rng):
    rows, columns = any_shape(size, rng)
    return [[rng.randint(0, 3) for _ in range(columns)] for _ in range(rows)]


def half_full(size, rng):
    """Racks of one feed, in so many places that zones are large and ragged."""
    rows, columns = any_shape(size, rng)
    return [[int(rng.random() < 0.6) for _ in range(columns)] for _ in range(rows)]


def one_zone(size, rng):
    rows, columns = square(size)
    return [[MAX_FEED] * columns for _ in range(rows)]


def no_racks(size, rng):
    rows, columns = any_shape(size, rng)
    return [[0] * columns for _ in range(rows)]


def all_different(size, rng):
    rows, columns = any_shape(size, rng)
    feeds = list(range(MAX_FEED - rows * columns + 1, MAX_FEED + 1))
    rng.shuffle(feeds)
    return [feeds[row * columns:(row + 1) * columns] for row in range(rows)]


def chessboard(size, rng):
    rows, columns = any_shape(size, rng)
    pair = rng.choice([(1, 2), (1, 0), (0, 1), (10**9, 10**9 - 1)])
    return [[pair[(row + column) % 2] for column in range(columns)] for row in range(rows)]


def spiral(size, rng):
    """One corridor of racks that winds inwards; between its turns nothing, or another feed."""
    rows, columns = square(size)
    own, other = rng.choice([(1, 0), (1, 2), (5, 5 * 10**8)])
    grid = [[other] * columns for _ in range(rows)]
    row, column, down, right = 0, 0, 0, 1
    grid[0][0] = own

    def is_free(r, c):
        return not (0 <= r < rows and 0 <= c < columns) or grid[r][c] != own

    def can_go():
        r, c = row + down, column + right
        return (0 <= r < rows and 0 <= c < columns and grid[r][c] != own
                and is_free(r + down, c + right))

    while True:
        if not can_go():
            down, right = right, -down
            if not can_go():
                return grid
        row, column = row + down, column + right
        grid[row][column] = own


def snake(size, rng):
    """One corridor of racks that goes forth and back through all rows; another feed between."""
    rows, columns = square(size)
    grid = [[4] * columns if row % 2 == 0 else [9] * columns for row in range(rows)]
    for row in range(1, rows, 2):
        grid[row][-1 if row % 4 == 1 else 0] = 4
    if rng.random() < 0.5:
        grid.reverse()
    return grid


def teeth(size, rng):
    """Pairs of rows: in the upper every other place is a rack, in the lower each. The zones of the
    upper row meet in the lower, one after the other."""
    rows, columns = square(size)
    grid = []
    for row in range(rows):
        feed = 1 + row // 2 % 2
        if row % 2:
            grid.append([feed] * columns)
        else:
            grid.append([0 if column % 2 else feed for column in range(columns)])
    return grid


def stairs(size, rng):
    """Diagonal zones of two racks in each row: the first gets a new label, which meets that of the
    row above at the second, in half of all places."""
    rows, columns = square(size)
    return [[1 + (row + column) // 2 % 2 for column in range(columns)] for row in range(rows)]


def comb(size, rng):
    """The same in a room of two rows: where labels meet, two rows are the whole room."""
    rows = min(2, size)
    columns = size // rows
    return [[0 if column % 2 else 1 for column in range(columns)], [1] * columns][:rows]


def meander(size, rng):
    """Three rows with a corridor of racks that goes up and down all the way: a pass over the room,
    forwards or backwards, gets on by a few places only."""
    rows = min(3, size)
    columns = size // rows
    grid = [[3] * columns for _ in range(rows)]
    if rows == 3:
        other = rng.choice([0, 8])
        for column in range(1, columns, 2):
            for row in (1, 2) if column % 4 == 1 else (0, 1):
                grid[row][column] = other
    return grid


def one_row(size, rng):
    """A room of one row: long zones, some of which begin again after a gap."""
    row, feed = [], 1
    longest = rng.choice([2, 5, max(2, size // 3)])
    while len(row) < size:
        row += [feed] * rng.randint(1, longest)
        feed = rng.choice([0, 1, 2, 10**9])
    return [row[:size]]


def one_column(size, rng):
    return [[feed] for feed in one_row(size, rng)[0]]


def edges(size, rng):
    """Racks at the right end of a row and at the left end of the next: a step over the edge of the
    room must not join them."""
    rows, columns = square(size)
    feed = rng.randint(1, 9)
    grid = [[0] * columns for _ in range(rows)]
    for row in range(rows):
        length = rng.randint(1, columns)
        if row % 2:
            grid[row][:length] = [feed] * length
        else:
            grid[row][columns - length:] = [feed] * length
    if columns > 2:
        for row in range(2, rows, 3):
            grid[row] = [0] * columns
    return grid


def blocks(size, rng):
    """Rectangles of one feed laid over each other: zones of many sizes, feeds that come again."""
    rows, columns = any_shape(size, rng)
    grid = [[0] * columns for _ in range(rows)]
    for _ in range(3 + int(size ** 0.4)):
        top, left = rng.randrange(rows), rng.randrange(columns)
        bottom = min(rows, top + rng.randint(1, rows // 2 + 1))
        right = min(columns, left + rng.randint(1, columns // 2 + 1))
        feed = rng.randint(0, 4)
        for row in range(top, bottom):
            grid[row][left:right] = [feed] * (right - left)
    return grid


FAMILIES = {
    "random": any_feeds, "half": half_full, "one": one_zone, "empty": no_racks,
    "different": all_different, "chess": chessboard, "spiral": spiral, "snake": snake,
    "teeth": teeth, "stairs": stairs, "comb": comb, "meander": meander, "row": one_row,
    "column": one_column, "edges": edges, "blocks": blocks,
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
