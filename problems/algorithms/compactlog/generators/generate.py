#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of records."""
import random
import sys

MAX_N = 400_000
MAX_RECORD = 2 * 10**9
VERSIONS = 1_000

# A family gives the lengths of the runs of equal keys; the keys and the versions come from that.


def keys_of(runs, n, rng, step=3):
    """Rising keys, each as often as its run is long; the last run is cut off after n records."""
    keys = []
    key = 1
    for run in runs:
        keys += [key] * run
        if len(keys) >= n:
            break
        key += rng.randint(1, step)
    return keys[:n]


def with_versions(keys, rng, top=VERSIONS - 1):
    return sorted(VERSIONS * key + rng.randint(0, top) for key in keys)


def endless(choices, rng):
    while True:
        yield rng.choice(choices)


def any_runs(n, rng):
    most = 1 + n // rng.randint(1, 4)
    return with_versions([rng.randint(1, most) for _ in range(n)], rng)


def short_runs(n, rng):
    return with_versions(keys_of(endless([1, 2, 3, 4, 5], rng), n, rng), rng, rng.choice([5, 999]))


def equal(n, rng):
    """One key for all."""
    return with_versions([rng.randint(1, 10**6)] * n, rng)


def same(n, rng):
    """One and the same record again and again."""
    return [rng.randint(VERSIONS, MAX_RECORD)] * n


def different(n, rng):
    return with_versions(keys_of(endless([1], rng), n, rng), rng)


def pairs(n, rng):
    """Runs of one or two: nothing goes."""
    return with_versions(keys_of(endless([1, 2, 2], rng), n, rng), rng)


def threes(n, rng):
    """Each run loses one record: as many moves as there can be for those that move the rest."""
    return with_versions(keys_of(endless([3], rng), n, rng), rng)


def long_runs(n, rng):
    return with_versions(keys_of(endless([1, 2, 3, 1 + n // 7, 1 + n // 4], rng), n, rng), rng)


def front(n, rng):
    """The first half has one key, and all others have keys of their own."""
    return with_versions(keys_of([max(1, n // 2)] + [1] * n, n, rng), rng)


def middle(n, rng):
    """The two quarters in the middle have one key, and all others have keys of their own."""
    runs = [1] * (n // 4) + [max(1, n // 2)] + [1] * n
    return with_versions(keys_of(runs, n, rng), rng)


def back(n, rng):
    """The last half has one key."""
    return with_versions(keys_of([1] * (n // 2) + [n], n, rng), rng)


def repeats(n, rng):
    """Equal records beside others of the same key."""
    return with_versions(keys_of(endless([1, 2, 3, 4, 6], rng), n, rng), rng, top=1)


def borders(n, rng):
    """Keys that follow each other, with the first and the last versions that there are."""
    keys = keys_of(endless([1, 2, 3, 4], rng), n, rng, step=1)
    return sorted(VERSIONS * key + rng.choice([0, 0, 1, 998, 999, 999]) for key in keys)


def large(n, rng):
    """The largest records."""
    return sorted(MAX_RECORD - rng.randint(0, VERSIONS * (1 + n // 3)) for _ in range(n))


def pushed(n, rng):
    """A long run first, then pairs: all that is kept moves far."""
    return with_versions(keys_of([max(1, n // 3)] + [2] * n, n, rng), rng)


FAMILIES = {
    "random": any_runs,
    "short": short_runs,
    "equal": equal,
    "same": same,
    "different": different,
    "pairs": pairs,
    "threes": threes,
    "long": long_runs,
    "front": front,
    "middle": middle,
    "back": back,
    "repeats": repeats,
    "borders": borders,
    "large": large,
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
    records = FAMILIES[family](int(size), random.Random(f"{family} {int(size) if int(seed) < 1000 else ''} {seed}"))
    print(len(records))
    print(" ".join(map(str, records)))


if __name__ == "__main__":
    main()
