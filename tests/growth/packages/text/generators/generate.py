#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED."""
import random
import sys

FAMILIES = ("random", "same", "alternating", "late")


def make(family, n, rng):
    if family == "same":
        text = "a" * n
    elif family == "late":
        text = "a" * (n - 1) + "b"
    elif family == "alternating":
        text = ("ab" * n)[:n]
    else:
        text = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=n))
    return text + "\n"


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    rng = random.Random(" ".join(sys.argv[1:]))
    sys.stdout.write(make(sys.argv[1], int(sys.argv[2]), rng))


if __name__ == "__main__":
    main()
