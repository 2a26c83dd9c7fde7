#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of latencies."""
import random
import sys

MAX_SIZE = 400_000
MAX_LATENCY = 10**9


def any_latencies(n, rng):
    return [rng.randint(0, 3 * n) for _ in range(n)]


def wide(n, rng):
    """From the whole range: a number with one digit beside one with ten, which texts sort wrongly."""
    return [rng.randint(0, 10**rng.randint(1, 9)) for _ in range(n)]


def few(n, rng):
    """A handful of values: most latencies are equal to the median."""
    values = [rng.randint(0, 20) for _ in range(3)]
    return [rng.choice(values) for _ in range(n)]


def all_equal(n, rng):
    return [rng.randint(0, MAX_LATENCY)] * n


def limits(n, rng):
    return [rng.choice([0, 0, 1, MAX_LATENCY - 1, MAX_LATENCY, MAX_LATENCY]) for _ in range(n)]


def rising(n, rng):
    return sorted(any_latencies(n, rng))


def falling(n, rng):
    """Each one is the smallest so far: in a sorted array all others move."""
    start = rng.randint(n, 10 * n)
    return [start - i for i in range(n)]


def late_low(n, rng):
    """A third is large, then each one is the smallest so far."""
    high = sorted(rng.sample(range(10**8, 2 * 10**8), n // 3))
    return high + [n - i for i in range(n - len(high))]


def inwards(n, rng):
    """From both ends to the middle: each new one is next to the median."""
    low, high = 0, 2 * n + rng.randint(0, 9)
    latencies = []
    for i in range(n):
        latencies.append(high - i if i % 2 else low + i)
    return latencies


def outwards(n, rng):
    """From the middle to both ends: an arrival on one side, then one on the other."""
    middle = n + rng.randint(0, 9)
    return [middle - i if i % 2 else middle + i for i in range(n)]


def steps(n, rng):
    """A deployment that got slower and slower, then a fix: rises, and then falls below the start."""
    half = (n + 1) // 2
    up = [2 * n + 3 * i + rng.randint(0, 4) for i in range(half)]
    return up + [max(0, 2 * n - 3 * i) for i in range(n - half)]


def sides(n, rng):
    """Many in a row on one side of the median, then many on the other."""
    latencies = []
    while len(latencies) < n:
        base = rng.choice([0, 10**6])
        latencies += [base + rng.randint(0, 5 * n) for _ in range(rng.randint(1, 1 + n // 5))]
    return latencies[:n]


FAMILIES = {
    "random": any_latencies,
    "wide": wide,
    "few": few,
    "equal": all_equal,
    "limits": limits,
    "rising": rising,
    "falling": falling,
    "latelow": late_low,
    "inwards": inwards,
    "outwards": outwards,
    "steps": steps,
    "sides": sides,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) != 3 or arguments[0] not in FAMILIES or not arguments[1].isdecimal()
            or not 1 <= int(arguments[1]) <= MAX_SIZE):
        print(f"usage: generate.py FAMILY SIZE SEED, a family of {', '.join(FAMILIES)}, "
              f"a size from 1 to {MAX_SIZE}", file=sys.stderr)
        sys.exit(2)
    family, size, seed = arguments
    latencies = FAMILIES[family](int(size), random.Random(f"{family} {int(size) if int(seed) < 1000 else ''} {seed}"))
    print(len(latencies))
    print(*latencies)


if __name__ == "__main__":
    main()
