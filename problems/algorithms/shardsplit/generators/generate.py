#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of partitions. See made.yaml."""
import random
import sys

MAX_N = 100_000
MAX_SIZE = 10**9
MAX_SHARDS = 100_000
SMALL = 24  # up to so many partitions, their sizes are small, too


def top(n):
    return n + 4 if n <= SMALL else MAX_SIZE


def sizes_of(n, rng):
    return [rng.randint(0, top(n)) for _ in range(n)]


def any_split(n, rng):
    return sizes_of(n, rng), rng.randint(1, n)


def few(n, rng):
    return sizes_of(n, rng), min(n, rng.randint(2, 4))


def one_shard(n, rng):
    return sizes_of(n, rng), 1


def enough(n, rng):
    """As many shards as partitions, or more."""
    return sizes_of(n, rng), rng.choice([n, min(n + 1, MAX_SHARDS), MAX_SHARDS])


def one_less(n, rng):
    """One shard less than partitions: two neighbours have to share."""
    return sizes_of(n, rng), max(1, n - 1)


def steps(n, rng):
    """Sizes between the half and the whole of the largest: many sums lie between the average and the answer."""
    return [rng.randint((top(n) + 1) // 2, top(n)) for _ in range(n)], max(1, n * 3 // 5)


def one_large(n, rng):
    """One partition is larger than the average of the shards, and than most sums of others."""
    sizes = [rng.randint(0, 3) for _ in range(n)]
    sizes[rng.randrange(n)] = 3 * n if n <= SMALL else MAX_SIZE - rng.randint(0, 9)
    return sizes, rng.randint(max(1, n // 2), n)


def full(n, rng):
    """Shards of one and the same size, up to the last unit."""
    capacity = rng.randint(2, 12) if n <= SMALL else rng.randint(MAX_SIZE // 2, MAX_SIZE)
    sizes = []
    shards = 0
    while len(sizes) < n:
        count = min(n - len(sizes), rng.randint(1, 5))
        cuts = sorted(rng.randint(0, capacity) for _ in range(count - 1))
        sizes += [high - low for low, high in zip([0] + cuts, cuts + [capacity])]
        shards += 1
    return sizes, shards


def over_full(n, rng):
    """As full, but for one unit more in one partition."""
    sizes, shards = full(n, rng)
    at = rng.randrange(n)
    sizes[at] = min(MAX_SIZE, sizes[at] + 1)
    return sizes, shards


def overflow(n, rng):
    """The largest sizes in few shards: sums leave 32 bits also for a few partitions."""
    return [MAX_SIZE - rng.randint(0, 9) for _ in range(n)], rng.randint(1, max(1, n // 3))


def equal(n, rng):
    return [rng.randint(1, top(n))] * n, rng.randint(1, n)


def zeros(n, rng):
    """Nothing in most partitions, or in all of them."""
    share = rng.choice([0, 0.2, 0.4])
    return [rng.randint(1, top(n)) if rng.random() < share else 0 for _ in range(n)], rng.randint(1, n)


def rising(n, rng):
    return sorted(sizes_of(n, rng)), rng.randint(1, max(1, n // 2))


def falling(n, rng):
    sizes, shards = rising(n, rng)
    return sizes[::-1], shards


def blocks(n, rng):
    """Stretches of small partitions, and of large ones."""
    sizes = []
    while len(sizes) < n:
        high = rng.choice([2, top(n)])
        sizes += [rng.randint(high // 2, high) for _ in range(rng.randint(1, max(2, n // 8)))]
    return sizes[:n], rng.randint(1, max(1, n // 2))


def hills(n, rng):
    """Small in the middle of larger ones, again and again: uniting small neighbours first is wrong."""
    pattern = [2, 1, 1, 2] if n <= SMALL else [2 * 10**8, 10**8, 10**8, 2 * 10**8]
    sizes = [pattern[i % 4] for i in range(n)]
    return sizes, max(1, n // 2 - rng.randint(0, n // 16))


def extremes(n, rng):
    return [rng.choice([0, MAX_SIZE]) for _ in range(n)], rng.choice([1, 2, n, MAX_SHARDS])


FAMILIES = {
    "random": any_split, "few": few, "one": one_shard, "enough": enough, "oneless": one_less, "steps": steps,
    "onelarge": one_large, "full": full, "overfull": over_full, "overflow": overflow, "equal": equal,
    "zeros": zeros, "rising": rising, "falling": falling, "blocks": blocks, "hills": hills,
    "extremes": extremes,
}


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES \
            or not all(argument.isascii() and argument.isdigit() for argument in sys.argv[2:]) \
            or not 1 <= int(sys.argv[2]) <= MAX_N:
        print(f"usage: generate.py FAMILY SIZE SEED; families: {' '.join(FAMILIES)}; "
              f"SIZE from 1 to {MAX_N}", file=sys.stderr)
        sys.exit(2)
    family, size, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    sizes, shards = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(f"{len(sizes)}\n{' '.join(map(str, sizes))}\n{shards}")


if __name__ == "__main__":
    main()
