#!/usr/bin/env python3
"""Prints the input of a family, size and seed: generate.py FAMILY SIZE SEED."""
import random
import sys

MAX_SIZE = 10**9

# ---- Families: name -> (function of size and random numbers, what it is for) -------------------


def any_sizes(n, rng):
    top = max(2, 3 * n)
    return [rng.randint(1, top) for _ in range(n)], rng.randint(2, top)


def no_pair(n, rng):
    """All sizes are 1 modulo 3 and the block is 0: no two of them fill it."""
    top = min(300_000, 10 * n)
    return [3 * rng.randrange(top) + 1 for _ in range(n)], 3 * rng.randint(1, 2 * top)


def late_pair(n, rng):
    """As above, but the last segment is the partner of the first."""
    sizes, block = no_pair(n, rng)
    block = sizes[0] + 3 * rng.randint(1, min(300_000, 10 * n)) + 2
    while block % 3:
        block += 1
    return sizes[:-1] + [block - sizes[0]], block


def same_sizes(n, rng):
    """Sizes from a handful, so that the partner stands in many places before the pair is complete."""
    size = rng.randint(10, 99)
    sizes = [rng.choice([size, size + 1, size + 3]) for _ in range(n - 1)]
    return sizes + [1000], 1000 + size


def one_half(n, rng):
    """One segment is half of the block, and nothing else pairs up."""
    top = min(10**8, 10 * n * n)
    half = 3 * rng.randint(1, top) + 1
    sizes = [3 * rng.randrange(top) + 3 for _ in range(n)]
    sizes[rng.randrange(n)] = half
    return sizes, 2 * half


def two_halves(n, rng):
    """Two segments are half of the block each."""
    sizes, block = one_half(n, rng)
    sizes[-1] = sizes[0] = block // 2
    return sizes, block


def all_equal(n, rng):
    size = rng.randint(1, 10**5)
    return [size] * n, 2 * size - 1


def largest(n, rng):
    sizes = [MAX_SIZE - 2 * rng.randint(1, 10**6) for _ in range(n)]
    sizes[n // 2] = sizes[-1] = MAX_SIZE
    return sizes, 2 * MAX_SIZE


def whole_blocks(n, rng):
    """Some segments are as large as the block: what they lack is 0, and no segment has that size."""
    block = rng.randint(1, min(10**9, 2 * n))
    return [block if rng.random() < 0.5 else 2 * block + rng.randint(0, n) for _ in range(n - 1)] + [block], block


def several_pairs(n, rng):
    """Pairs around each other: the one that starts first is complete last."""
    block = min(2 * 10**6, 20 * n)
    first = rng.sample(range(1, block // 2), n // 2)
    return first + [block - size for size in reversed(first)] + [block + 1] * (n % 2), block


def rising(n, rng):
    """Sorted, and all too small."""
    return sorted(rng.randint(1, 10**6) for _ in range(n)), 2 * 10**9


def colliding(n, rng):
    """A part of the sizes falls into one bucket of a table with 85229 of them, as libstdc++ has for
    between 42043 and 85229 different keys. Mild: such a table still passes."""
    multiples = [85229 * (i + 1) for i in range(2_000)]
    filler = [3 * i + 10**8 for i in range(max(0, min(n - 2_000, 45_000)))]
    sizes = filler + multiples
    sizes += [rng.choice(multiples) for _ in range(n - len(sizes))]
    return sizes[:n], 2_000_000_000 // 85229 * 85229


FAMILIES = {
    "random": any_sizes,
    "nopair": no_pair,
    "late": late_pair,
    "same": same_sizes,
    "half": one_half,
    "halves": two_halves,
    "equal": all_equal,
    "largest": largest,
    "several": several_pairs,
    "rising": rising,
    "whole": whole_blocks,
    "collide": colliding,
}

# ---- Writing -----------------------------------------------------------------------------------


def text(sizes, block):
    return f"{len(sizes)}\n{' '.join(map(str, sizes))}\n{block}\n"


def make(family, size, seed):
    return FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    print(text(*make(sys.argv[1], int(sys.argv[2]), sys.argv[3])), end="")


if __name__ == "__main__":
    main()
