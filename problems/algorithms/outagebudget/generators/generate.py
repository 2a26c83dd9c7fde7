#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of days."""
import random
import re
import sys

MAX_N = 200_000
MOST = 10**9


def any_deltas(n, rng):
    top = rng.randint(1, 5 + n // 2_000)
    return [rng.randint(-top, top) for _ in range(n)], rng.randint(-top, top)


def wide(n, rng):
    """Changes of any size; the budget is the sum of some stretch."""
    top = MOST // n
    deltas = [rng.randint(-top, top) for _ in range(n)]
    start = rng.randrange(n)
    return deltas, sum(deltas[start:rng.randint(start + 1, n)])


def positive(n, rng):
    top = rng.randint(1, 9)
    return [rng.randint(1, top) for _ in range(n)], rng.randint(1, 3 * top)


def with_zeros(n, rng):
    """Not negative, with days of no change in a row: several starts give the same sum."""
    return [rng.choice([0, 0, 0, 1, 2]) for _ in range(n)], rng.randint(0, 6)


def dips(n, rng):
    """Mostly positive: a window that has grown too large comes back at a day that takes away."""
    return [rng.choice([1, 2, 3, 3, -rng.randint(1, 8)]) for _ in range(n)], rng.randint(1, 9)


def all_zero(n, rng):
    return [0] * n, 0


def alternating(n, rng):
    step = rng.randint(1, 9)
    return [step if i % 2 == 0 else -step for i in range(n)], rng.choice([0, step, -step])


def nothing(n, rng):
    """All changes are multiples of 3, and the budget is not."""
    return [3 * rng.randint(-3_000, 3_000) for _ in range(n)], 3 * rng.randint(-9, 9) + 1


def negative(n, rng):
    return [-rng.randint(1, 4) for _ in range(n)], -rng.randint(1, 12)


def zero_budget(n, rng):
    """Whoever counts a prefix sum before the look-up counts each day as an empty stretch."""
    return [rng.randint(-2, 2) for _ in range(n)], 0


def from_start(n, rng):
    """Only stretches that start on the first day have the sum."""
    deltas = [rng.choice([2, -2]) for _ in range(n)]
    deltas[0] = 7
    at = rng.randrange(n)
    return deltas, sum(deltas[:at + 1])


def whole(n, rng):
    """Only all days together have the sum."""
    deltas = [rng.randint(1, 4_000) for _ in range(n)]
    return deltas, sum(deltas)


def wrap(n, rng):
    """Sums that are wrong by a multiple of 2^32 would be counted in 32 bits."""
    step = rng.choice([2**29, -2**29])
    return [step if rng.random() < 0.9 else 0 for _ in range(n)], step


def largest(n, rng):
    sign = rng.choice([1, -1])
    deltas = [sign * MOST] * n
    for _ in range(n // 4):
        deltas[rng.randrange(n)] = -sign * MOST
    return deltas, rng.choice([MOST, -MOST, 0])


def saw(n, rng):
    """Rises for a long time, then falls all the way: each prefix sum occurs twice."""
    half = (n + 1) // 2
    return [1] * half + [-1] * (n - half), rng.choice([0, 1, -1])


def collide(n, rng):
    """A part of the prefix sums falls into one bucket of a table with 172933 of them, as libstdc++ has
    for between 85230 and 172933 different keys. Mild: such a table still passes."""
    prime = 172933
    filler = max(0, min(n - 2_000, 100_000))
    deltas = [1] * filler + [-filler] * (filler > 0)
    while len(deltas) < n:
        deltas += [prime] * 1_000 + [-prime] * 1_000
    return deltas[:n], rng.randint(1, 3) * prime


FAMILIES = {
    "random": any_deltas,
    "wide": wide,
    "positive": positive,
    "withzeros": with_zeros,
    "dips": dips,
    "allzero": all_zero,
    "alternating": alternating,
    "nothing": nothing,
    "negative": negative,
    "zerobudget": zero_budget,
    "fromstart": from_start,
    "whole": whole,
    "wrap": wrap,
    "largest": largest,
    "saw": saw,
    "collide": collide,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) != 3 or arguments[0] not in FAMILIES
            or not all(re.fullmatch("[0-9]{1,9}", a) for a in arguments[1:])
            or not 1 <= int(arguments[1]) <= MAX_N):
        print(f"usage: generate.py FAMILY SIZE SEED, SIZE from 1 to {MAX_N}, FAMILY one of "
              + ", ".join(FAMILIES), file=sys.stderr)
        sys.exit(2)
    family, size, seed = arguments[0], int(arguments[1]), int(arguments[2])
    deltas, budget = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(len(deltas))
    print(*deltas)
    print(budget)


main()
