#!/usr/bin/env python3
"""generate.py FAMILY SIZE SEED prints one input; see made.yaml."""
import random
import sys

MAX_N = 200_000
MAX_CAPACITY = 10**9


def some(n, rng):
    top = min(MAX_CAPACITY, n + 3 if n < 100 else 10 ** rng.randint(3, 9))
    return [rng.randint(0, top) for _ in range(n)]


def low(n, rng):
    """Capacities from a handful, with many equal ones; a zero now and then."""
    top = rng.randint(1, 3)
    zero = rng.choice([0.3, 0.02, 0.0])
    return [0 if rng.random() < zero else rng.randint(1, top) for _ in range(n)]


def equal(n, rng):
    return [rng.randint(1, 1000)] * n


def zeros(n, rng):
    return [0] * n


def largest(n, rng):
    return [MAX_CAPACITY - rng.randint(0, 3) for _ in range(n)]


def falling(n, rng):
    """Falls like 1 / i, just so that the run from the start to each host is better than all before it.
    Every second host has a little more than that, so that neighbours differ."""
    start = min(MAX_CAPACITY, 4000 * n) - rng.randint(0, 5)
    capacity = [start]
    best = start
    for i in range(1, n):
        capacity.append(min(capacity[-1], best // (i + 1) + 1))
        best = capacity[-1] * (i + 1)
    return [min(MAX_CAPACITY, c + i % 2 * rng.randint(1, 2)) for i, c in enumerate(capacity)]


def rising(n, rng):
    return falling(n, rng)[::-1]


def rise(n, rng):
    """Strictly rising by small steps; the best run reaches the last host."""
    capacity = [rng.randint(0, 2)]
    while len(capacity) < n:
        capacity.append(capacity[-1] + rng.randint(1, 3))
    return capacity


def fall(n, rng):
    return rise(n, rng)[::-1]


def pipe(n, rng):
    """Up to the middle, then down."""
    half = rise((n + 1) // 2, rng)
    return half + half[::-1][n % 2:]


def valley(n, rng):
    """Down to the middle, then up: the smallest host is in the best run or splits it."""
    half = rise((n + 1) // 2, rng)
    base = rng.choice([0, n])
    return [base + c for c in half[::-1] + half[n % 2:]]


def comb(n, rng):
    """A lower host between any two higher ones: the best run goes over all of them, further left than the
    hosts that the lower ones remove."""
    floor = rng.randint(2, 1000)
    return [floor + (i % 2) * rng.randint(1, floor) // 2 for i in range(n)]


def stairs(n, rng):
    """Rising, then one host that is as low as one further left: the run starts there."""
    capacity = []
    while len(capacity) < n:
        level = rng.randint(1, 20)
        for step in range(rng.randint(1, 6)):
            capacity.append(level + 3 * step)
        capacity += [level] * rng.randint(1, 2)
    return capacity[:n]


def parts(n, rng):
    """Full hosts divide the row; the best part is inside, and the outer hosts have a lot."""
    capacity = []
    while len(capacity) < n:
        size = rng.randint(1, max(2, n // 5))
        level = rng.randint(1, 50)
        capacity += [level + rng.randint(0, 2) for _ in range(size)] + [0]
    capacity = capacity[:n]
    capacity[0] = capacity[-1] = 60
    return capacity


def single(n, rng):
    """One host with more than all others together."""
    capacity = [rng.randint(0, 2) for _ in range(n)]
    capacity[rng.randrange(n)] = 5 * n
    return capacity


def close(n, rng):
    """Two runs whose products differ by one: too little for a float to tell them apart. Where n is odd,
    the better one is the second."""
    odd, n = n % 2, max(n, 4)
    many = max(2, (n - 1) // 2)
    times = rng.randint(2, 4) if n < 100 else MAX_CAPACITY // many - rng.randint(1, 50)
    one, other = [(many - 1) * times - 1] * many, [many * times - 1] * (many - 1)
    if not odd:
        one, other = other, one
    return one + [0] * (n - 2 * many + 1) + other


FAMILIES = {
    "random": some, "low": low, "equal": equal, "zeros": zeros, "largest": largest, "falling": falling,
    "rising": rising, "rise": rise, "fall": fall, "pipe": pipe, "valley": valley, "comb": comb,
    "stairs": stairs, "parts": parts, "single": single, "close": close,
}


def main():
    try:
        family, size, seed = sys.argv[1:]
        make = FAMILIES[family]
        n = int(size)
        if not 1 <= n <= MAX_N:
            raise ValueError
    except (KeyError, ValueError):
        sys.exit(usage())
    capacity = make(n, random.Random(f"{family} {n if int(seed) < 1000 else ''} {seed}"))
    print(len(capacity))
    print(*capacity)


def usage():
    print(f"usage: generate.py {'|'.join(FAMILIES)} SIZE(1..{MAX_N}) SEED", file=sys.stderr)
    return 2


if __name__ == "__main__":
    main()
