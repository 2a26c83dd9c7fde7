#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED."""
import random
import sys

FAMILIES = ("random", "collide", "lowbits")


# Sizes of libstdc++'s hash tables as they grow by insertion.
PRIMES = (13, 29, 59, 127, 257, 541, 1109, 2357, 5087, 10273, 20753, 42043, 85229, 172933, 351061)


def make(family, n, rng):
    if family == "random":
        keys = rng.sample(range(10**12), n)
    else:
        step = next(prime for prime in PRIMES if prime >= n) if family == "collide" else 1 << 22
        keys = [step * i for i in range(n)]
        rng.shuffle(keys)
    return f"{n}\n{' '.join(map(str, keys))}\n"


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    rng = random.Random(" ".join(sys.argv[1:]))
    sys.stdout.write(make(sys.argv[1], int(sys.argv[2]), rng))


if __name__ == "__main__":
    main()
