#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED."""
import random
import sys

FAMILIES = ("random", "same", "few", "sorted", "alike")


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(rng, length):
    return "".join(rng.choices(LETTERS, k=length))


def make(family, n, rng):
    if family in ("same", "few"):
        words = rng.choices([word(rng, 8) for _ in range(20 if family == "few" else 1)], k=n)
    elif family == "alike":
        words = ["abcdefgh" + word(rng, 4) for _ in range(n)]
    else:
        words = [word(rng, 8) for _ in range(n)]
        if family == "sorted":
            words.sort()
    return f"{n}\n" + "".join(w + "\n" for w in words)


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    rng = random.Random(" ".join(sys.argv[1:]))
    sys.stdout.write(make(sys.argv[1], int(sys.argv[2]), rng))


if __name__ == "__main__":
    main()
