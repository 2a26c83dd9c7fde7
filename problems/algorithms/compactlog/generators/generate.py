#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of records."""
import random
import sys

MAX_N = 200_000
MAX_NUMBER = 10**9

# A family gives the lengths of the runs of equal keys, and values; the keys come from the runs.


def keys_of(runs, n, rng, first=1, step=3):
    """Rising keys, each as often as its run is long; the last run is cut off after n records."""
    keys = []
    key = first
    for run in runs:
        keys += [key] * run
        if len(keys) >= n:
            break
        key += rng.randint(1, step)
    return keys[:n]


def with_values(keys, rng, top=None):
    top = top or max(9, len(keys))
    return [(key, rng.randint(0, top)) for key in keys]


def endless(choices, rng):
    while True:
        yield rng.choice(choices)


def any_runs(n, rng):
    keys = sorted(rng.randint(1, 1 + n // rng.randint(1, 4)) for _ in range(n))
    return with_values(keys, rng)


def short_runs(n, rng):
    return with_values(keys_of(endless([1, 2, 3, 4, 5], rng), n, rng), rng)


def equal(n, rng):
    return with_values([rng.randint(1, MAX_NUMBER)] * n, rng)


def different(n, rng):
    return with_values(keys_of(endless([1], rng), n, rng), rng)


def pairs(n, rng):
    """Runs of one or two: nothing goes."""
    return with_values(keys_of(endless([1, 2, 2], rng), n, rng), rng)


def threes(n, rng):
    """Each run loses one record: as many moves as there can be for those that move the rest."""
    return with_values(keys_of(endless([3], rng), n, rng), rng)


def long_runs(n, rng):
    return with_values(keys_of(endless([1, 2, 3, 1 + n // 7, 1 + n // 4], rng), n, rng), rng)


def front(n, rng):
    """The first half has one key, and all others have keys of their own."""
    runs = [max(1, n // 2)] + [1] * n
    return with_values(keys_of(runs, n, rng), rng)


def back(n, rng):
    """The last half has one key."""
    runs = [1] * (n // 2) + [n]
    return with_values(keys_of(runs, n, rng), rng)


def same_values(n, rng):
    """Records that are equal in full stand beside others of the same key."""
    keys = keys_of(endless([1, 2, 3, 4, 6], rng), n, rng)
    return with_values(keys, rng, top=1)


def near_keys(n, rng):
    """Values that are keys, too, and keys that follow each other directly."""
    keys = keys_of(endless([1, 2, 3, 4], rng), n, rng, step=1)
    return with_values(keys, rng, top=keys[-1])


def large(n, rng):
    """The largest keys and values."""
    keys = sorted(MAX_NUMBER - rng.randint(0, n // 3) for _ in range(n))
    return [(key, rng.choice([0, 1, MAX_NUMBER - 1, MAX_NUMBER])) for key in keys]


def zeros(n, rng):
    """Values that are 0: they are records, not free places."""
    keys = keys_of(endless([1, 2, 3, 5], rng), n, rng)
    return [(key, rng.choice([0, 0, 5])) for key in keys]


def pushed(n, rng):
    """A long run first, then pairs: all that is kept moves far."""
    runs = [max(1, n // 3)] + [2] * n
    return with_values(keys_of(runs, n, rng), rng)


FAMILIES = {
    "random": any_runs,
    "short": short_runs,
    "equal": equal,
    "different": different,
    "pairs": pairs,
    "threes": threes,
    "long": long_runs,
    "front": front,
    "back": back,
    "values": same_values,
    "near": near_keys,
    "large": large,
    "zeros": zeros,
    "pushed": pushed,
}


def fail(reason):
    print(reason, file=sys.stderr)
    sys.exit(2)


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        fail(f"usage: generate.py FAMILY SIZE SEED; families: {', '.join(FAMILIES)}")
    family, size, seed = sys.argv[1:]
    if not size.isdecimal() or not 1 <= int(size) <= MAX_N:
        fail(f"SIZE is from 1 to {MAX_N}")
    records = FAMILIES[family](int(size), random.Random(f"{family} {int(size)} {seed}"))
    print(len(records), 2)
    print("\n".join(f"{key} {value}" for key, value in records))


if __name__ == "__main__":
    main()
