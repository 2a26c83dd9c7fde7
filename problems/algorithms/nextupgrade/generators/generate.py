#!/usr/bin/env python3
"""generate.py FAMILY SIZE SEED prints one input; see made.yaml."""
import random
import sys

MAX_N = 400_000
MAX_VERSION = 10**9


def some(n, rng):
    top = n + 2 if n < 100 else MAX_VERSION
    return [rng.randint(0, top) for _ in range(n)]


def few(n, rng):
    """Versions from a handful: many equal ones."""
    top = rng.randint(1, 3)
    return [rng.randint(0, top) for _ in range(n)]


def equal(n, rng):
    return [rng.randint(0, 9)] * n


def rising(n, rng):
    now = rng.randint(0, 3)
    versions = []
    for _ in range(n):
        versions.append(now)
        now += rng.randint(1, 3)
    return versions


def falling(n, rng):
    return rising(n, rng)[::-1]


def turned(n, rng):
    """Falling round the ring, but the list begins somewhere else."""
    versions = falling(n, rng)
    at = rng.randrange(n)
    return versions[at:] + versions[:at]


def single(n, rng):
    """All are equal but for one larger version: every way to it is long."""
    versions = [rng.randint(0, 9)] * n
    versions[rng.randrange(n)] += 1
    return versions


def last(n, rng):
    """Falling, and then the largest of all: those before it are all waiting for it."""
    versions = falling(n, rng)
    return versions[1:] + [versions[0] + 1]


def first(n, rng):
    """The largest comes first, and is reached only over the end of the list."""
    return [3 * n] + [rng.randint(0, 2) for _ in range(n - 1)]


def teeth(n, rng):
    """High and low in turn, the high ones falling."""
    return [2 * n - i if i % 2 == 0 else rng.randint(0, 2) for i in range(n)]


def plateaus(n, rng):
    """Runs of equal versions, which repeat later."""
    versions = []
    while len(versions) < n:
        versions += [rng.randint(1, 6)] * rng.randint(1, max(2, n // 10))
    return versions[:n]


def largest(n, rng):
    return [rng.choice([0, MAX_VERSION - 1, MAX_VERSION]) for _ in range(n)]


FAMILIES = {
    "random": some, "few": few, "equal": equal, "rising": rising, "falling": falling, "turned": turned,
    "single": single, "last": last, "first": first, "teeth": teeth, "plateaus": plateaus, "largest": largest,
}


def main():
    try:
        family, size, seed = sys.argv[1:]
        make = FAMILIES[family]
        n = int(size)
        if not 1 <= n <= MAX_N:
            raise ValueError
    except (KeyError, ValueError):
        print(f"usage: generate.py {'|'.join(FAMILIES)} SIZE(1..{MAX_N}) SEED", file=sys.stderr)
        sys.exit(2)
    versions = make(n, random.Random(f"{family} {n if int(seed) < 1000 else ''} {seed}"))
    print(len(versions))
    print(*versions)


if __name__ == "__main__":
    main()
