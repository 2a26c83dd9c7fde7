#!/usr/bin/env python3
"""Prints the input of a family, size and seed: generate.py FAMILY SIZE SEED."""
import random
import sys

# ---- Families: name -> (function of number of calls and random numbers, what it is for) --------


def any_calls(n, rng):
    capacity = rng.randint(1, max(1, n // 5))
    sessions = 2 * capacity + 1
    calls = []
    for _ in range(n):
        session = rng.randint(0, sessions)
        method = rng.choice(["open", "open", "find", "find", "close"])
        calls.append((method, session) + ((rng.randint(0, 99),) if method == "open" else ()))
    return capacity, calls


def one_place(n, rng):
    _, calls = any_calls(n, rng)
    return 1, [(call[0], call[1] % 3) + call[2:] for call in calls]


def roomy(n, rng):
    """More room than sessions: nothing ever has to go."""
    _, calls = any_calls(n, rng)
    return min(100_000, 2 * n), calls


def again(n, rng):
    """A full cache, and openings of what is there: nothing has to go, but the order changes."""
    capacity = max(1, n // 4)
    calls = [("open", i, i) for i in range(capacity)]
    calls += [("open", rng.randrange(capacity), i) for i in range(n - 2 * capacity)]
    return capacity, calls + [("open", 10**9 - i, 0) for i in range(n - len(calls))]


def finding(n, rng):
    """Finds decide who goes; some of them find nothing."""
    capacity = max(1, n // 6)
    calls = [("open", i, i) for i in range(capacity)]
    while len(calls) < n:
        calls.append(("find", rng.randrange(2 * capacity)))
        if rng.random() < 0.4:
            calls.append(("open", rng.randrange(2 * capacity), len(calls)))
    return capacity, calls[:n]


def closing(n, rng):
    """Closed sessions leave room, and are opened again."""
    capacity = max(2, n // 8)
    calls = []
    while len(calls) < n:
        session = rng.randrange(capacity + 2)
        calls.append(("open", session, len(calls)) if rng.random() < 0.6 else ("close", session))
    return capacity, calls


def pushing(n, rng):
    """A full cache, then only new sessions: each pushes one out."""
    capacity = min(50_000, max(1, n // 2))
    start = rng.randint(0, 1000)
    return capacity, [("open", start + 7 * i, i) for i in range(n)]


def busy(n, rng):
    """A full cache, and then any of its sessions is used: nothing has to go, but the order changes."""
    capacity = min(200_000, max(1, n // 2))
    calls = [("open", 3 * i, i) for i in range(capacity)]
    return capacity, calls + [("find", 3 * rng.randrange(capacity)) for _ in range(n - capacity)]


def missing(n, rng):
    """A full cache, and then sessions are looked for that it does not have."""
    capacity = min(200_000, max(1, n // 2))
    calls = [("open", 3 * i, i) for i in range(capacity)]
    return capacity, calls + [("find", 3 * rng.randrange(capacity) + 1) for _ in range(n - capacity)]


def same_one(n, rng):
    """One session is used all the time: what is kept for each use grows for ever."""
    session = rng.randint(0, 10**9)
    return 2, [("open", session, 1)] + [("find", session)] * (n - 1)


FAMILIES = {
    "random": any_calls,
    "one": one_place,
    "roomy": roomy,
    "again": again,
    "find": finding,
    "close": closing,
    "push": pushing,
    "busy": busy,
    "missing": missing,
    "same": same_one,
}

# ---- Writing -----------------------------------------------------------------------------------


def text(capacity, calls):
    lines = [capacity, len(calls)] + [part for call in calls for part in call]
    return "".join(f"{line}\n" for line in lines)


def make(family, size, seed):
    return FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    print(text(*make(sys.argv[1], int(sys.argv[2]), sys.argv[3])), end="")


if __name__ == "__main__":
    main()
