#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED."""
import random
import sys

FAMILIES = ("random", "sorted", "reversed", "equal", "few", "distinct")


def values(family, n, rng):
    if family in ("few", "equal"):
        kinds = [rng.randint(1, 10**9) for _ in range(10 if family == "few" else 1)]
        return rng.choices(kinds, k=n)
    if family == "distinct":
        return rng.sample(range(1, n + 1), n)
    numbers = rng.choices(range(1, 10**9 + 1), k=n)
    if family != "random":
        numbers.sort(reverse=family == "reversed")
    return numbers


def make(family, n, rng):
    return f"{n}\n{' '.join(map(str, values(family, n, rng)))}\n"


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    rng = random.Random(" ".join(sys.argv[1:]))
    sys.stdout.write(make(sys.argv[1], int(sys.argv[2]), rng))


if __name__ == "__main__":
    main()
