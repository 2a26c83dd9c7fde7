#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of ids."""
import random
import re
import sys

MAX_N = 200_000
MAX_ID = 10**9


def shuffled(ids, rng):
    rng.shuffle(ids)
    return ids


def any_ids(n, rng):
    width = n + n // 3 + 1
    low = -rng.randint(0, width)
    return [low + rng.randrange(width) for _ in range(n)]


def few(n, rng):
    """Three to four copies of each id, with a hole here and there."""
    width = n // 3 + 2
    low = rng.randint(-width, width)
    there = [low + i for i in range(width) if rng.random() < 0.9] or [low]
    return [rng.choice(there) for _ in range(n)]


def sparse(n, rng):
    """No two are neighbours."""
    most = max(3, min(8_000, n))
    ids = [-rng.randint(0, n * most // 2)]
    while len(ids) < n:
        ids.append(ids[-1] + rng.randint(2, most))
    return shuffled(ids, rng)


def wide(n, rng):
    """Anywhere in all of the range; every fourth id is followed by the next one."""
    ids = []
    while len(ids) < n:
        ids.append(rng.randint(-MAX_ID, MAX_ID - 1))
        if len(ids) % 4 == 0:
            ids.append(ids[-1] + 1)
    return shuffled(ids[:n], rng)


def one_run(n, rng):
    low = -rng.randint(0, n)
    return shuffled(list(range(low, low + n)), rng)


def rising(n, rng):
    return sorted(one_run(n, rng))


def falling(n, rng):
    return rising(n, rng)[::-1]


def outward(n, rng):
    """From the middle outwards: each id extends the streak at its other end."""
    ids = rising(n, rng)
    middle = n // 2
    return sorted(ids, key=lambda i: (abs(i - ids[middle]), i))


def first_copies(n, rng):
    """Half of the list are copies of the first id of a streak that is the other half."""
    ids = rising((n + 1) // 2, rng)
    return shuffled(ids + [ids[0]] * (n - len(ids)), rng)


def last_copies(n, rng):
    ids = rising((n + 1) // 2, rng)
    return shuffled(ids + [ids[-1]] * (n - len(ids)), rng)


def ties(n, rng):
    """Streaks of one length. In half of the tests they come from the largest to the smallest."""
    length = rng.randint(1, max(1, int(n**0.5)))
    runs = []
    at = -rng.randint(0, n)
    for _ in range(n // length):
        runs.append(list(range(at, at + length)))
        at += length + rng.randint(1, 3)
    extra = [rng.choice(runs[-1]) for _ in range(n - length * len(runs))]
    if rng.random() < 0.5:
        return [i for run in reversed(runs) for i in shuffled(run, rng)] + extra
    return shuffled([i for run in runs for i in run] + extra, rng)


def hole(n, rng):
    """Two long streaks, between which one id is missing; the second may be longer by one."""
    first = n // 2 if rng.random() < 0.7 else (n + 1) // 2
    low = -rng.randint(0, n)
    return shuffled([i for i in range(low, low + n + 1) if i != low + first], rng)


def equal(n, rng):
    return [rng.randint(-9, 9)] * n


def below(n, rng):
    """All negative, and the longest streak ends with -1."""
    run = list(range(-((n + 1) // 2), 0))
    rest = [-2 * n - 3 * i for i in range(n - len(run))]
    return shuffled(run + rest, rng)


def extremes(n, rng):
    """A streak at each end of what is allowed."""
    top = max(1, n // 2 - rng.randint(0, 1))
    return shuffled([MAX_ID - i for i in range(top)] + [-MAX_ID + i for i in range(n - top)], rng)


def collide(n, rng):
    """Many of the ids fall into one bucket of a table with 172933 of them, as libstdc++ has for
    between 85230 and 172933 different keys. Mild: such a table still passes."""
    multiples = [172933 * i for i in range(-500, 500)]
    filler = [3 * i + 10**8 for i in range(max(0, min(n - 1_000, 100_000)))]
    ids = filler + multiples
    ids += [rng.choice(multiples) for _ in range(n - len(ids))]
    return ids[:n]


FAMILIES = {
    "random": any_ids,
    "few": few,
    "sparse": sparse,
    "wide": wide,
    "run": one_run,
    "rising": rising,
    "falling": falling,
    "outward": outward,
    "firstcopies": first_copies,
    "lastcopies": last_copies,
    "ties": ties,
    "hole": hole,
    "equal": equal,
    "below": below,
    "extremes": extremes,
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
    ids = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(len(ids))
    print(*ids)


main()
