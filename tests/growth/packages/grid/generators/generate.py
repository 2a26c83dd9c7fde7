#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED."""
import random
import sys

FAMILIES = ("random", "equal", "ascending")


def make(family, n, rng):
    value = {"random": lambda i, k: rng.randint(1, 1000), "equal": lambda i, k: 7,
             "ascending": lambda i, k: 1 + (i + k) * 999 // (2 * n)}[family]
    rows = [" ".join(str(value(i, k)) for k in range(n)) for i in range(n)]
    return f"{n}\n" + "".join(row + "\n" for row in rows)


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    rng = random.Random(" ".join(sys.argv[1:]))
    sys.stdout.write(make(sys.argv[1], int(sys.argv[2]), rng))


if __name__ == "__main__":
    main()
