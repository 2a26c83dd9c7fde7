#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED."""
import random
import sys

FAMILIES = ("random", "wide", "short")


def ends(family, n, rng):
    if family == "wide":
        return 1 + rng.randrange(1 + n // 20), n - rng.randrange(1 + n // 20)
    left = rng.randint(1, n)
    right = rng.randint(1, n) if family == "random" else min(n, left + rng.randrange(3))
    return min(left, right), max(left, right)


def make(family, n, rng):
    numbers = " ".join(str(rng.randint(1, 10**9)) for _ in range(n))
    lines = [f"{left} {right}\n" for left, right in (ends(family, n, rng) for _ in range(n))]
    return f"{n}\n{numbers}\n" + "".join(lines)


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    rng = random.Random(" ".join(sys.argv[1:]))
    sys.stdout.write(make(sys.argv[1], int(sys.argv[2]), rng))


if __name__ == "__main__":
    main()
