#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of services."""
import random
import sys

MAX_N = 200_000
MAX_TIME = 10**9


def any_windows(n, rng):
    """Around 0, and as long as a few of them are apart."""
    windows = []
    for _ in range(n):
        opens = rng.randint(-n, n)
        windows.append((opens, opens + rng.randint(0, 6)))
    return windows


def short_and_long(n, rng):
    windows = []
    for _ in range(n):
        opens = rng.randint(-n, n)
        windows.append((opens, opens + rng.randint(0, 2 if rng.random() < 0.5 else n)))
    return windows


def touching(n, rng):
    """Many close at the moment at which others open."""
    step = rng.randint(1, 4)
    windows = []
    for _ in range(n):
        at = rng.randint(-n // 2, n // 2) * step
        windows.append((at, at + step * rng.randint(0, 2)))
    return windows


def points(n, rng):
    """Each window is one moment long."""
    moments = [rng.randint(-n, n) for _ in range(n)]
    return [(moment, moment) for moment in moments]


def around_zero(n, rng):
    """All of them have the moment 0, -1 or 1 in them or next to them."""
    windows = []
    for _ in range(n):
        closes = rng.randint(-1, 2)
        windows.append((closes - rng.randint(0, 2), closes))
    return windows


def chain(n, rng):
    """Each overlaps the next one: a single stretch, but many checks."""
    start = rng.randint(-5, 5)
    windows = [(start + 3 * i, start + 3 * i + rng.randint(3, 5)) for i in range(n)]
    rng.shuffle(windows)
    return windows


def inside(n, rng):
    """Long windows with shorter ones in them: the one that opens first closes last."""
    windows, at = [], rng.randint(-9, 9)
    while len(windows) < n:
        length = rng.randint(8, 16)
        windows.append((at, at + length))
        for _ in range(rng.randint(1, 4)):
            opens = rng.randint(at + 1, at + length - 2)
            windows.append((opens, rng.randint(opens, min(opens + 2, at + length - 1))))
        at += length + rng.randint(-2, 2)
    windows = windows[:n]
    rng.shuffle(windows)
    return windows


def crowd(n, rng):
    """Most windows are open at a moment where no check is needed: its services are looked at by
    the checks at both sides of it."""
    windows, at = [], rng.randint(-9, 9)
    while len(windows) < n:
        half = rng.randint(1, 3)
        windows += [(at, at + 1), (at + 8, at + 9)]
        for _ in range(half):
            windows += [(at + rng.randint(0, 1), at + 5), (at + 4, at + 8 + rng.randint(0, 1))]
        at += 10 + rng.randint(0, 2)
    windows = windows[:n]
    rng.shuffle(windows)
    return windows


def apart(n, rng):
    """A check for each: nothing overlaps."""
    windows, at = [], -2 * n
    for _ in range(n):
        closes = at + rng.randint(0, 2)
        windows.append((at, closes))
        at = closes + 1
    return windows


def falling(n, rng):
    return apart(n, rng)[::-1]


def shuffled(n, rng):
    windows = apart(n, rng)
    rng.shuffle(windows)
    return windows


def nested(n, rng):
    """Each within another: one check."""
    windows = [(-i, i) for i in range(n)]
    rng.shuffle(windows)
    return windows


def equal(n, rng):
    opens = rng.randint(-9, 9)
    return [(opens, opens + rng.randint(0, 3))] * n


def extremes(n, rng):
    """Windows at both limits and from one to the other."""
    windows = []
    for _ in range(n):
        kind = rng.randrange(4)
        if kind == 0:
            windows.append((-MAX_TIME, MAX_TIME))
        elif kind == 1:
            windows.append((-MAX_TIME, -MAX_TIME + rng.randint(0, 2)))
        elif kind == 2:
            windows.append((MAX_TIME - rng.randint(0, 2), MAX_TIME))
        else:
            opens = rng.randint(-MAX_TIME, MAX_TIME)
            windows.append((opens, rng.randint(opens, MAX_TIME)))
    return windows


def wide(n, rng):
    """Anywhere in all of the time that there may be; one in ten is long."""
    windows = []
    for _ in range(n):
        opens = rng.randint(-MAX_TIME, MAX_TIME)
        length = rng.randint(0, 10**9 if rng.random() < 0.1 else 10**5)
        windows.append((opens, min(MAX_TIME, opens + length)))
    return windows


FAMILIES = {
    "random": any_windows, "mixed": short_and_long, "touching": touching, "points": points,
    "zero": around_zero, "chain": chain, "inside": inside, "crowd": crowd, "apart": apart,
    "falling": falling, "shuffled": shuffled, "nested": nested, "equal": equal,
    "extremes": extremes, "wide": wide,
}


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES \
            or not all(argument.isascii() and argument.isdigit() for argument in sys.argv[2:]) \
            or not 1 <= int(sys.argv[2]) <= MAX_N:
        print(f"usage: generate.py FAMILY SIZE SEED; families: {' '.join(FAMILIES)}; "
              f"SIZE from 1 to {MAX_N}", file=sys.stderr)
        sys.exit(2)
    family, size, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    windows = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    for moments in zip(*windows):
        print(len(moments))
        print(*moments)


if __name__ == "__main__":
    main()
