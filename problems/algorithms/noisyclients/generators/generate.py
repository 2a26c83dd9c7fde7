#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of requests."""
import itertools
import random
import re
import sys

MAX_N = 250_000
MAX_K = 100_000
WORDS = ["api", "app", "batch", "cron", "data", "edge", "feed", "geo", "job", "mail", "pay", "shop", "web"]
MEMBERS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "length", "isPrototypeOf"]


def shuffled(requests, rng):
    rng.shuffle(requests)
    return requests


def counted(names, counts, n, rng):
    """n requests: each name as often as its count says, and the last as often as it takes."""
    requests = []
    for name, count in zip(names, counts):
        requests += [name] * count
    requests = requests[:n]
    return shuffled(requests + [names[-1]] * (n - len(requests)), rng)


def different(m, rng):
    """m different names, in random order."""
    return shuffled([f"{WORDS[i % 13]}-{i // 13}" for i in range(m)], rng)


def any_requests(n, rng):
    names = different(rng.randint(1, n // 2 + 2), rng)
    return [rng.choice(names) for _ in range(n)], rng.randint(1, len(names))


def distinct(n, rng):
    return different(n, rng), min(MAX_K, (n + 1) // 2)


def ties(n, rng):
    """Each client has the same number of requests, and k cuts through them."""
    each = rng.randint(1, 4)
    m = max(1, n // each)
    return counted(different(m, rng), [each] * m, n, rng), rng.randint(1, min(m, MAX_K))


def skewed(n, rng):
    """Few have much, and many have one request; k reaches into these."""
    m = max(1, n // 2)
    names = different(m, rng)
    counts = [max(1, n // (20 * (i + 1))) for i in range(m)]
    return counted(names, counts, n, rng), rng.randint((m + 1) // 2, m)


def staircase(n, rng):
    """Every client has another number of requests."""
    m = max(1, int((2 * n) ** 0.5) - 1)
    return counted(different(m, rng), range(1, m + 1), n, rng), rng.randint(1, m)


def same(n, rng):
    return [rng.choice(WORDS)] * n, rng.randint(1, 3)


def fewer(n, rng):
    """More clients are wanted than there are."""
    names = different(min(n, rng.randint(1, 9)), rng)
    return [rng.choice(names) for _ in range(n)], rng.choice([10, 1000, 100_000])


def one_wanted(n, rng):
    names = different(rng.randint(1, max(1, n // 3)), rng)
    return [rng.choice(names) for _ in range(n)], 1


def late(n, rng):
    """The client with the most requests sends all of them at the end."""
    m = max(1, int(n**0.5))
    requests = [rng.choice(WORDS[1:]) + str(rng.randrange(m)) for _ in range(n // 2)]
    return requests + [WORDS[0]] * (n - n // 2), rng.randint(1, 3)


def members(n, rng):
    """Names that every object has in JavaScript."""
    names = MEMBERS + WORDS[:3]
    return [MEMBERS[i % 2] if i % 3 == 0 else rng.choice(names) for i in range(n)], rng.randint(1, 10)


def letters(n, rng):
    """Names that differ in case and in signs."""
    signs = "aAbB_-.1"
    most = 2 if n < 100 else 5
    return ["".join(rng.choice(signs) for _ in range(rng.randint(1, most))) for _ in range(n)], \
        rng.randint(1, max(1, n // 2))


def prefixes(n, rng):
    """Names that continue each other."""
    names = ["a" * i + end for i in range(20) for end in ["", "b"] if i + len(end) > 0]
    return [rng.choice(names) for _ in range(n)], rng.randint(1, 20)


def numbers(n, rng):
    """Names of digits, which are compared as text."""
    return [str(rng.randrange(2 * n)) for _ in range(n)], rng.randint(1, n)


def long_names(n, rng):
    """Different names of 20 characters that differ at their ends only."""
    return shuffled([f"client-of-region-{i:03x}" if n <= 4096 else f"client-region-{i:06x}"
                     for i in range(n)], rng), min(MAX_K, (n + 1) // 2)


def collide(n, rng):
    """256 names with one and the same polynomial hash with factor 31. Mild: such a table still passes."""
    names = ["".join(pairs) for pairs in itertools.product(["Aa", "BB"], repeat=8)]
    return [rng.choice(names) for _ in range(n)], rng.randint(1, 256)


FAMILIES = {
    "random": any_requests,
    "distinct": distinct,
    "ties": ties,
    "skewed": skewed,
    "staircase": staircase,
    "same": same,
    "fewer": fewer,
    "onewanted": one_wanted,
    "late": late,
    "members": members,
    "letters": letters,
    "prefixes": prefixes,
    "numbers": numbers,
    "longnames": long_names,
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
    requests, k = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(len(requests))
    print("\n".join(f'"{name}"' for name in requests))
    print(k)


main()
