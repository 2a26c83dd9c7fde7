#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of leases."""
import random
import sys

MAX_N = 200_000
MAX_TIME = 10**9


def any_leases(n, rng):
    leases = []
    for _ in range(n):
        start = rng.randint(0, 2 * n)
        leases.append([start, start + rng.randint(1, max(2, n // 2))])
    return leases


def crowded(n, rng):
    """Few moments, so that many leases start or end at the same one."""
    last = rng.randint(3, 12)
    leases = []
    for _ in range(n):
        start = rng.randint(0, last - 1)
        leases.append([start, rng.randint(start + 1, last)])
    return leases


def handed_over(n, rng):
    """Each starts where another ends: never more at a time than there are rows."""
    rows = rng.randint(1, 3)
    at = [rng.randint(0, 4) for _ in range(rows)]
    leases = []
    for i in range(n):
        end = at[i % rows] + rng.randint(1, 4)
        leases.append([at[i % rows], end])
        at[i % rows] = end
    rng.shuffle(leases)
    return leases


def tied(n, rng):
    """The same peak several times."""
    height = rng.randint(1, 4)
    leases, at = [], rng.randint(0, 3)
    while len(leases) < n:
        for _ in range(height):
            leases.append([at, at + rng.randint(1, 3)])
        at += 3 + rng.randint(0, 2)
    leases = leases[:n]
    rng.shuffle(leases)
    return leases


def chain(n, rng):
    """Each overlaps the one before and the one after, and no more."""
    leases = [[4 * i, 4 * i + 6] for i in range(n)]
    rng.shuffle(leases)
    return leases


def long_ones(n, rng):
    """A few long ones over many short ones that are apart: overlapped by many, never at once."""
    longer = min(n, rng.randint(1, 3))
    short = n - longer
    leases = [[5 * i + rng.randint(1, 2), 5 * i + rng.randint(3, 5)] for i in range(short)]
    leases += [[rng.randint(0, 3), 5 * short + rng.randint(4, 9)] for _ in range(longer)]
    rng.shuffle(leases)
    return leases


def nested(n, rng):
    """Each within the one before: all are held in the middle."""
    leases = [[i, 2 * n + 1 - i] for i in range(n)]
    rng.shuffle(leases)
    return leases


def rising(n, rng):
    """In the order of their starts; half of all are held at a time."""
    return [[i, i + n // 2 + rng.randint(1, 3)] for i in range(n)]


def falling(n, rng):
    return rising(n, rng)[::-1]


def apart(n, rng):
    """One at a time: the first start is the answer."""
    leases, at = [], rng.randint(0, 5)
    for _ in range(n):
        end = at + rng.randint(1, 9)
        leases.append([at, end])
        at = end + rng.randint(0, 9)
    rng.shuffle(leases)
    return leases


def digits(n, rng):
    """Times with different numbers of digits: as text they are in another order."""
    leases = []
    for _ in range(n):
        start = rng.randint(0, 10 ** rng.randint(1, 3 if n < 20 else 8))
        leases.append([start, start + rng.randint(1, 10 ** rng.randint(1, 3 if n < 20 else 8))])
    return leases


def equal(n, rng):
    start = rng.randint(0, 9)
    return [[start, start + rng.randint(1, 9)]] * n


def extremes(n, rng):
    """Times at the limits: what is held from 0 on, and what is held up to the last moment."""
    leases = []
    for _ in range(n):
        kind = rng.randrange(4)
        if kind == 0:
            leases.append([0, MAX_TIME])
        elif kind == 1:
            leases.append([MAX_TIME - rng.randint(1, 3), MAX_TIME])
        elif kind == 2:
            leases.append([0, rng.randint(1, 3)])
        else:
            start = rng.randint(0, MAX_TIME - 1)
            leases.append([start, rng.randint(start + 1, MAX_TIME)])
    return leases


def wide(n, rng):
    leases = []
    for _ in range(n):
        start = rng.randint(0, MAX_TIME - 1)
        leases.append([start, min(MAX_TIME, start + rng.randint(1, 10**8))])
    return leases


FAMILIES = {
    "random": any_leases, "crowded": crowded, "handed": handed_over, "tied": tied, "chain": chain,
    "long": long_ones, "nested": nested, "rising": rising, "falling": falling, "apart": apart,
    "digits": digits, "equal": equal, "extremes": extremes, "wide": wide,
}


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES \
            or not all(argument.isascii() and argument.isdigit() for argument in sys.argv[2:]) \
            or not 1 <= int(sys.argv[2]) <= MAX_N:
        print(f"usage: generate.py FAMILY SIZE SEED; families: {' '.join(FAMILIES)}; "
              f"SIZE from 1 to {MAX_N}", file=sys.stderr)
        sys.exit(2)
    family, size, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    leases = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    lines = [str(len(leases))]
    for start, end in leases:
        lines += ["2", f"{start} {end}"]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
