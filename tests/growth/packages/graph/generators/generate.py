#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED."""
import random
import sys

FAMILIES = ("random", "chain", "backward", "star", "binary")


def make(family, n, rng):
    if family == "star":
        edges = [(0, i) for i in range(1, n)]
    elif family == "binary":
        edges = [((i - 1) // 2, i) for i in range(1, n)]
    elif family == "random":
        edges = [(rng.randrange(i), i) for i in range(1, n)]
        edges += [(rng.randrange(n), rng.randrange(n)) for _ in range(2 * n)]
        rng.shuffle(edges)
    else:
        edges = [(i, i + 1) for i in range(n - 1)]
        if family == "backward":
            edges.reverse()
    lines = [f"{u} {v} {rng.randint(1, 1000)}\n" for u, v in edges]
    return f"{n} {len(edges)}\n" + "".join(lines)


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    rng = random.Random(" ".join(sys.argv[1:]))
    sys.stdout.write(make(sys.argv[1], int(sys.argv[2]), rng))


if __name__ == "__main__":
    main()
