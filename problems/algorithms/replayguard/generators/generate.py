#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of calls.

A call is a pair of id and time for accept, and of None and time for remembered."""
import random
import re
import sys

MAX_CALLS = 300_000
MOST = 10**9


def any_calls(n, rng):
    window = rng.randint(1, 5 + n // 50)
    ids = rng.randint(1, 3 + n // 20)
    time = rng.randint(0, 3)
    calls = []
    for _ in range(n):
        calls.append((rng.randint(0, ids) if rng.random() < 0.75 else None, time))
        time += rng.choice([0, 0, 1, 1, 2, rng.randint(0, window)])
    return window, calls


def boundary(n, rng):
    """Ids come again when they are just remembered, or just not any longer."""
    window = rng.randint(2, 6 + n // 100)
    calls = []
    time = 0
    while len(calls) < n:
        number = rng.randint(0, 2)
        calls.append((number, time))
        time += window + rng.choice([-1, -1, 0, 0, 1])
        calls += [(number, time)] * rng.randint(1, 2) + [(None, time)] * rng.randint(0, 1)
        time += rng.randint(0, 1)
    return window, calls[:n]


def refused(n, rng):
    """An id comes again and again within its window, and must be accepted at its end all the same."""
    window = rng.randint(4, 12)
    calls = []
    time = rng.randint(0, 9)
    for i in range(n):
        calls.append((rng.choice([5, 5, 5, 6]), time) if i % 5 else (None, time))
        time += rng.randint(0, window // 2)
    return window, calls


def zero(n, rng):
    """Id 0 and time 0, which are numbers like others."""
    calls = [(rng.randint(0, 2), 0) for _ in range((n + 1) // 2)]
    time = 0
    while len(calls) < n:
        time += rng.randint(0, 1)
        calls.append((rng.choice([0, 1, 2, None]), time))
    return rng.randint(2, 5), calls


def again(n, rng):
    """Ids in a circle, each of which comes back about when it is forgotten."""
    ids = max(1, n // rng.randint(3, 9))
    window = max(1, ids + rng.randint(-1, 1))
    return window, [(None if i % 7 == 6 else i % ids, i) for i in range(n)]


def back_again(n, rng):
    """Ids are accepted again at once after they were forgotten, before anyone asks for the number."""
    window = rng.randint(2, 9)
    calls = []
    time = 0
    while len(calls) < n:
        number = rng.randint(0, 3)
        calls += [(number, time), (number, time + window), (None, time + window),
                  (number, time + window + 1), (None, time + 2 * window - 1)]
        time += 2 * window - rng.randint(0, 1)
    return window, calls[:n]


def batches(n, rng):
    """Many ids at one time; later all of them are forgotten at once, and come again."""
    window = rng.randint(1, 50)
    batch = max(1, n // rng.randint(3, 6))
    calls = []
    time = 0
    while len(calls) < n:
        calls += [(i, time) for i in rng.sample(range(batch), batch)]
        time += window + rng.randint(-1, 3)
        calls += [(None, time)] * rng.randint(0, 1)
    return window, calls[:n]


def quiet(n, rng):
    """Ids are accepted, and then only their number is asked for while they are forgotten."""
    half = (n + 1) // 2
    window = n
    calls = [(rng.randint(0, 2 * n), i) for i in range(half)]
    return window, calls + [(None, half + 2 * i) for i in range(n - half)]


def unique(n, rng):
    """Every id is new, and nothing is ever forgotten."""
    start = rng.randint(0, 1_000)
    return MOST, [(start + 7 * i, i) for i in range(n)]


def counting(n, rng):
    """Half of the calls ask for the number, and nothing is forgotten."""
    half = (n + 1) // 2
    return 5 * n, [(3 * i, i) for i in range(half)] + [(None, n + i) for i in range(n - half)]


def sliding(n, rng):
    """After half of the calls, each of them forgets one id out of n / 2."""
    window = max(1, n // 2)
    return window, [(3 * i + 1, i) for i in range(n)]


def still(n, rng):
    """Time stands still."""
    time = rng.randint(0, MOST)
    ids = max(1, n // 3)
    return rng.randint(1, 3), [(rng.choice([rng.randrange(ids), None]), time) for _ in range(n)]


def same(n, rng):
    """One id all the time."""
    time = rng.randint(0, 5)
    number = rng.randint(0, MOST)
    return rng.randint(1, 4), [(number, time + i) for i in range(n)]


def limits(n, rng):
    """Windows, times and ids at their limits."""
    window = MOST - rng.randint(0, 1)
    half = (n + 1) // 2
    calls = [(rng.choice([0, 1, MOST - 1, MOST, None]), 0) for _ in range(half)]
    return window, calls + [(rng.choice([0, 1, MOST - 1, MOST, None]), MOST - (i == 0))
                            for i in range(n - half)]


def collide(n, rng):
    """Many of the ids fall into one bucket of a table with 172933 of them, as libstdc++ has for
    between 85230 and 172933 different keys. Mild: such a table still passes."""
    multiples = [172933 * i for i in range(1_000)]
    ids = [3 * i + 4 * 10**8 for i in range(max(0, min(n - 1_000, 100_000)))] + multiples
    ids += [rng.choice(multiples) for _ in range(n - len(ids))]
    return MOST, [(number, 1) for number in ids[:n]]


def crowd(n, rng):
    """Ids from anywhere, all of which are remembered and come again: a table in which one id takes the
    place of another forgets some."""
    ids = [rng.randint(0, MOST) for _ in range((n + 1) // 2)]
    return MOST, [(number, 1) for number in ids] + [(number, 2) for number in rng.sample(ids, n - len(ids))]


FAMILIES = {
    "random": any_calls,
    "boundary": boundary,
    "refused": refused,
    "zero": zero,
    "again": again,
    "backagain": back_again,
    "batches": batches,
    "quiet": quiet,
    "unique": unique,
    "counting": counting,
    "sliding": sliding,
    "still": still,
    "same": same,
    "limits": limits,
    "collide": collide,
    "crowd": crowd,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) != 3 or arguments[0] not in FAMILIES
            or not all(re.fullmatch("[0-9]{1,9}", a) for a in arguments[1:])
            or not 1 <= int(arguments[1]) <= MAX_CALLS):
        print(f"usage: generate.py FAMILY SIZE SEED, SIZE from 1 to {MAX_CALLS}, FAMILY one of "
              + ", ".join(FAMILIES), file=sys.stderr)
        sys.exit(2)
    family, size, seed = arguments[0], int(arguments[1]), int(arguments[2])
    window, calls = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(f"{window}\n{len(calls)}")
    print("\n".join(f"remembered\n{time}" if number is None else f"accept\n{number}\n{time}"
                    for number, time in calls))


main()
