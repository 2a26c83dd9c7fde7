#!/usr/bin/env python3
"""generate.py FAMILY SIZE SEED prints one input; SIZE is the number of bytes. For small also SEED K, the
number of packet sizes."""
import random
import sys

MAX_TOTAL = 200_000
MAX_K = 20
MAX_SIZE = 10**9


def some(rng, low, high, count):
    """At most `count` different numbers from low to high, in any order."""
    return rng.sample(range(low, high + 1), min(count, high - low + 1))


def any_sizes(n, rng):
    return some(rng, 1, max(2, n // rng.randint(1, 5)), rng.randint(1, 5)), n


def many_sizes(n, rng):
    """20 sizes of all orders of magnitude, so that the table has work everywhere."""
    sizes = {rng.randint(1, max(1, min(n, 30 << rng.randint(0, 8)))) for _ in range(4 * MAX_K)}
    return rng.sample(sorted(sizes), min(MAX_K, len(sizes))), n


def greedy(n, rng):
    """The largest size is a little more than the one that fits several times; 1 fills what is left."""
    times = rng.randint(2, 4)
    half = max(2, n // times)
    larger = half + rng.randint(1, max(1, half // 2))
    return rng.sample([1, half, larger], 3), min(MAX_TOTAL, times * half)


def close(n, rng):
    """Sizes of the same order, coprime as a rule: the best burst mixes them."""
    top = max(3, n // rng.randint(6, 40))
    return some(rng, max(2, top // 2), top, rng.randint(3, 8)), n


def ones(n, rng):
    """Only packets of one byte are small enough: the burst has n of them."""
    return rng.sample([1, n + 1, n + 7, 2 * n + 9], 4), n


def small(n, rng, k=MAX_K):
    """The smallest sizes, each of which fits many times."""
    return rng.sample(range(1, k + 1), k), n


def even(n, rng):
    """All sizes are even, the total is odd."""
    odd = n if n % 2 else n - 1 if n > 1 else 1
    return [2 * s for s in some(rng, 1, max(MAX_K, min(n // 4, 60)), MAX_K)], odd


def gap(n, rng):
    """Neighbouring sizes, and a total between what c of them and what c + 1 of them carry."""
    if n < 6:
        return [2, 5], 3
    few = min(MAX_K - 1, max(1, n // 200))
    count = rng.randint(2, max(2, min(7, n // (2 * few + 2))))
    base = max(few * count + 2, n // count - few)
    return [base + i for i in range(few + 1)], min(MAX_TOTAL, count * (base + few) + 1)


def sparse(n, rng):
    """Few sizes without 1 and with a common part or not: many totals cannot be carried."""
    return some(rng, 2, max(3, n // 3), rng.randint(2, 3)), n


def single(n, rng):
    """One size; it fits exactly, or not at all."""
    size = rng.choice([d for d in range(1, min(n, 1000) + 1) if n % d == 0])
    return [size if rng.random() < 0.7 else size + 1], n


def whole(n, rng):
    """One packet is enough; others, also far too large, stand around it."""
    others = set(some(rng, 1, max(2, n - 1), 8)) - {n, n + 1}
    sizes = sorted(others) + [n, n + 1, MAX_SIZE, MAX_SIZE - 1]
    return rng.sample(sizes, len(sizes)), n


def huge(n, rng):
    """All sizes are above the total, up to the largest."""
    return [MAX_SIZE - 7 * i for i in range(MAX_K - 1)] + [n + 1], n


def steps(n, rng):
    """Each size divides the next: here the largest first is right."""
    sizes = [1]
    while len(sizes) < MAX_K and sizes[-1] * 2 <= n:
        sizes.append(sizes[-1] * rng.randint(2, 3))
    return rng.sample(sizes, len(sizes)), n


def halves(n, rng):
    """One byte, and packets just above half of the total: half of the burst is packets of one byte."""
    half = n // 2 + 1
    sizes = [1, *range(max(2, half), half + MAX_K - 1)]
    return rng.sample(sizes, len(sizes)), n


FAMILIES = {
    "random": any_sizes, "many": many_sizes, "greedy": greedy, "close": close, "ones": ones,
    "small": small, "even": even, "gap": gap, "sparse": sparse, "single": single, "whole": whole,
    "huge": huge, "steps": steps, "halves": halves,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) not in (3, 4) or arguments[0] not in FAMILIES or not arguments[1].isdecimal()
            or not 1 <= int(arguments[1]) <= MAX_TOTAL or not arguments[2].isdecimal()
            or arguments[3:] and (arguments[0] != "small" or not arguments[3].isdecimal()
                                  or not 1 <= int(arguments[3]) <= MAX_K)):
        print(f"usage: generate.py FAMILY SIZE SEED, FAMILY one of {' '.join(FAMILIES)}, "
              f"SIZE from 1 to {MAX_TOTAL}; small SIZE SEED K, K from 1 to {MAX_K}", file=sys.stderr)
        return 2
    family, size, seed = arguments[0], int(arguments[1]), int(arguments[2])
    sizes, total = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"),
                                    *map(int, arguments[3:]))
    print(f"{len(sizes)}\n{' '.join(map(str, sizes))}\n{total}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
