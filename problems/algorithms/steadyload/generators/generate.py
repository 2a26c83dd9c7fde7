#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of measurements."""
import random
import sys

MAX_N = 250_000
MAX_LOAD = 10**9
MAX_SPREAD = 10**9


def any_loads(n, rng):
    """Loads from a small range, so that small inputs have equal ones and ties."""
    top = rng.randint(1, 3 + n // 3)
    return [rng.randint(0, top) for _ in range(n)], rng.randint(0, top)


def equal(n, rng):
    return [rng.randint(0, MAX_LOAD)] * n, rng.randint(0, 1)


def two_levels(n, rng):
    """Two loads in runs, and a spread that separates them: ties between runs of equal length."""
    low = rng.randint(0, 9)
    loads = []
    while len(loads) < n:
        loads += [rng.choice([low, low + 2])] * rng.randint(1, 2 + n // 20)
    return loads[:n], rng.randint(0, 1)


def walk(n, rng):
    """Each load is near the one before it."""
    load = 10**6
    loads = []
    for _ in range(n):
        load = max(0, load + rng.randint(-3, 3))
        loads.append(load)
    return loads, rng.randint(2, 8 + int(n**0.5))


def drift(n, rng):
    """Neighbours differ by little, the loads as a whole by much."""
    loads = [5 + 2 * i + rng.randint(0, 3) for i in range(n)]
    return loads, rng.randint(3, 6 + n // 10)


def rising(n, rng):
    """Each load is the largest so far, the first of each window its smallest; windows of n/2."""
    return list(range(7, 7 + n)), n // 2


def falling(n, rng):
    return list(range(n, 0, -1)), n // 2


def rising_runs(n, rng):
    """Rising in runs of equal loads: equal ones leave the window one after the other."""
    run = rng.randint(2, 4)
    return [i // run for i in range(n)], max(0, n // run // 2)


def organ_pipe(n, rng):
    loads = [min(i, n - 1 - i) for i in range(n)]
    return loads, n // 4


def saw(n, rng):
    """Rising and falling at a time: large and small in turn, further apart each time."""
    middle = 10**6
    return [middle + (i if i % 2 else -i) for i in range(n)], n


def closing(n, rng):
    """Large and small in turn, closer each time: the first loads of a window are its extremes."""
    middle = 10**6
    loads = [middle + ((n - i) if i % 2 else -(n - i)) for i in range(n)]
    return loads, n


def spikes(n, rng):
    """Steady, but for a spike here and there; a good stretch begins right behind one."""
    loads = [500 + rng.randint(0, 10) for _ in range(n)]
    for _ in range(1 + n // 12):
        loads[rng.randrange(n)] = rng.choice([0, 2_000])
    return loads, rng.choice([8, 10, 12])


def dip(n, rng):
    """A single low load in the middle of equal ones, and high ones that come later."""
    loads = [50] * n
    loads[n // 3] = 45
    for i in range(n // 3 + 1 + n // 6, n):
        loads[i] = 53 + (i % 3 == 0)
    return loads, rng.choice([5, 8])


def to_end(n, rng):
    """The longest stretch ends with the last load."""
    tail = n // 2 + 1
    loads = [rng.choice([0, 5, 10, 15]) for _ in range(n - tail)]
    return loads + [rng.randint(100, 104) for _ in range(tail)], 4


def all_steady(n, rng):
    return [rng.randint(1_000, 2_000) for _ in range(n)], rng.choice([1_000, MAX_SPREAD])


def exact(n, rng):
    """Differences that meet the spread exactly, or are one above it."""
    return [rng.choice([0, 10, 20, 21]) for _ in range(n)], rng.choice([10, 20])


def equals_leave(n, rng):
    """Equal extremes: one leaves the window while another stays in it."""
    loads = [rng.choice([3, 3, 3, 4, 5, 6, 6]) for _ in range(n)]
    for _ in range(1 + n // 10):
        loads[rng.randrange(n)] = rng.choice([1, 8])
    return loads, rng.choice([2, 3, 4])


def extremes(n, rng):
    return [rng.choice([0, 0, 1, MAX_LOAD - 1, MAX_LOAD]) for _ in range(n)], \
        rng.choice([0, 1, MAX_SPREAD - 1, MAX_SPREAD])


def steady_half(n, rng):
    """Random loads within the spread, with a break in the middle: two windows of half of all."""
    loads = [rng.randint(0, 1_000) for _ in range(n // 2)]
    return loads + [rng.randint(2_001, 3_001) for _ in range(n - n // 2)], 1_000


FAMILIES = {
    "random": any_loads,
    "equal": equal,
    "levels": two_levels,
    "walk": walk,
    "drift": drift,
    "rising": rising,
    "falling": falling,
    "runs": rising_runs,
    "organ": organ_pipe,
    "saw": saw,
    "closing": closing,
    "spikes": spikes,
    "dip": dip,
    "end": to_end,
    "steady": all_steady,
    "exact": exact,
    "leave": equals_leave,
    "extremes": extremes,
    "half": steady_half,
}


def fail(reason):
    print(reason, file=sys.stderr)
    sys.exit(2)


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        fail(f"usage: generate.py FAMILY SIZE SEED; families: {', '.join(FAMILIES)}")
    family, size, seed = sys.argv[1:]
    if not size.isdecimal() or not 1 <= int(size) <= MAX_N:
        fail(f"SIZE is from 1 to {MAX_N}")
    loads, spread = FAMILIES[family](int(size),
                                     random.Random(f"{family} {int(size) if int(seed) < 1000 else ''} {seed}"))
    print(len(loads))
    print(" ".join(map(str, loads)))
    print(spread)


if __name__ == "__main__":
    main()
