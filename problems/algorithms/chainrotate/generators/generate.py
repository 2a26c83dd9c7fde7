#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of replicas."""
import random
import sys

MAX_SIZE = 300_000
MAX_RACK = 10**9


def racks(n, rng):
    return [rng.randint(0, 2 * n) for _ in range(n)]


def any_groups(n, rng):
    return racks(n, rng), rng.randint(1, max(2, min(n // 2, 50)))


def empty(n, rng):
    return [], min(n, MAX_SIZE)


def pairs(n, rng):
    """Groups of two: as many groups as there can be, apart from those of one."""
    return racks(n, rng), 2


def singles(n, rng):
    """Groups of one: nothing changes."""
    return racks(n, rng), 1


def whole(n, rng):
    """One group, which is the whole chain."""
    return racks(n, rng), n


def too_few(n, rng):
    """No complete group."""
    return racks(n, rng), min(MAX_SIZE, n + rng.randint(1, 3))


def exact(n, rng):
    """Nothing is left over: k divides n, as far as n has a divisor."""
    divisors = [k for k in range(2, max(3, n // 2 + 1)) if n % k == 0][:12]
    return racks(n, rng), rng.choice(divisors or [n])


def one_left(n, rng):
    """One replica is left over behind the last group."""
    divisors = [k for k in range(2, max(3, n)) if (n - 1) % k == 0][:12]
    return racks(n, rng), rng.choice(divisors or [max(1, n - 1)])


def one_short(n, rng):
    """The last group lacks one replica."""
    divisors = [k for k in range(2, max(3, n)) if (n + 1) % k == 0][:12]
    return racks(n, rng), rng.choice(divisors or [n + 1 if n < MAX_SIZE else 2])


def halves(n, rng):
    """One group, and the rest is just too short for another one."""
    return racks(n, rng), n // 2 + 1


def rising(n, rng):
    """Different racks in order, the largest at the end."""
    start = MAX_RACK - n + 1
    return list(range(start, MAX_RACK + 1)), rng.randint(2, 9)


def same_rack(n, rng):
    """Two racks: many neighbours are equal."""
    return [rng.choice([0, MAX_RACK]) for _ in range(n)], rng.randint(2, 5)


FAMILIES = {
    "random": any_groups,
    "empty": empty,
    "pairs": pairs,
    "singles": singles,
    "whole": whole,
    "few": too_few,
    "exact": exact,
    "oneleft": one_left,
    "oneshort": one_short,
    "halves": halves,
    "rising": rising,
    "racks": same_rack,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) != 3 or arguments[0] not in FAMILIES or not arguments[1].isdecimal()
            or not 1 <= int(arguments[1]) <= MAX_SIZE):
        print(f"usage: generate.py FAMILY SIZE SEED, a family of {', '.join(FAMILIES)}, "
              f"a size from 1 to {MAX_SIZE}", file=sys.stderr)
        sys.exit(2)
    family, size, seed = arguments
    chain, k = FAMILIES[family](int(size), random.Random(f"{family} {int(size) if int(seed) < 1000 else ''} {seed}"))
    print(len(chain))
    print(*chain)
    print(k)


if __name__ == "__main__":
    main()
