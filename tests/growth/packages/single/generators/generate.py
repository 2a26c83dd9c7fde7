#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED."""
import random
import sys

FAMILIES = ("plain",)


def make(family, n, rng):
    return f"{n}\n"


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    rng = random.Random(" ".join(sys.argv[1:]))
    sys.stdout.write(make(sys.argv[1], int(sys.argv[2]), rng))


if __name__ == "__main__":
    main()
