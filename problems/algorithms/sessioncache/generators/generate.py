#!/usr/bin/env python3
"""Inputs by family, size and seed; without arguments, writes data/ of this package."""
import pathlib
import random
import shutil
import sys
from collections import OrderedDict

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"

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
    return min(50_000, 2 * n), calls


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


def same_one(n, rng):
    """One session is used all the time: what is kept for each use grows for ever."""
    session = rng.randint(0, 10**9)
    return 2, [("open", session, 1)] + [("find", session)] * (n - 1)


FAMILIES = {
    "random": (any_calls, "any calls, with twice as many sessions as there is room"),
    "one": (one_place, "room for one session"),
    "roomy": (roomy, "nothing ever has to go"),
    "again": (again, "opening what is there is a use, and makes no room"),
    "find": (finding, "finding is a use, unless nothing was found"),
    "close": (closing, "what was closed leaves room, and may come back"),
    "push": (pushing, "each call pushes one out: searching for it costs the capacity each time"),
    "same": (same_one, "one session all the time: memory must not grow with each use"),
}

# ---- Tests: (family, number of calls, seed) ----------------------------------------------------

TESTS = [
    ("random", 1, 1), ("random", 8, 2), ("random", 30, 3), ("random", 300, 4),
    ("random", 5_000, 5), ("one", 10, 1), ("one", 500, 2), ("roomy", 40, 1), ("roomy", 3_000, 2),
    ("again", 8, 1), ("again", 100, 2), ("again", 4_000, 3), ("find", 12, 1), ("find", 200, 2),
    ("find", 5_000, 3), ("close", 12, 1), ("close", 200, 2), ("close", 5_000, 3), ("push", 9, 1),
    ("push", 100_000, 2), ("same", 50, 1), ("same", 20_000, 2), ("random", 20_000, 6),
]
SAMPLES = [
    (2, [("open", 7, 1), ("open", 8, 2), ("find", 7), ("open", 9, 3), ("find", 8), ("find", 9)]),
    (2, [("open", 7, 1), ("open", 8, 2), ("open", 7, 5), ("close", 8), ("close", 8),
         ("open", 9, 3), ("open", 4, 4)]),
]
INVALID = {
    "capacity-zero": "0\n1\nfind\n1\n",
    "capacity-too-large": "50001\n1\nfind\n1\n",
    "no-calls": "1\n0\n",
    "call-missing": "1\n2\nfind\n1\n",
    "call-too-many": "1\n1\nfind\n1\nfind\n1\n",
    "unknown-method": "1\n1\nget\n1\n",
    "parameter-missing": "1\n1\nopen\n1\n",
    "parameters-on-one-line": "1\n1\nopen\n1 2\n",
    "session-negative": "1\n1\nfind\n-1\n",
    "session-too-large": "1\n1\nfind\n1000000001\n",
    "leading-zero": "1\n1\nfind\n01\n",
    "trailing-space": "1\n1\nfind \n1\n",
    "no-last-newline": "1\n1\nfind\n1",
}


def reference(capacity, calls):
    """In the order of last use, the oldest first."""
    cache = OrderedDict()
    results = []
    for method, session, *user in calls:
        found = session in cache
        if method == "close":
            cache.pop(session, None)
            results.append("true" if found else "false")
            continue
        gone = None
        if method == "open":
            if not found and len(cache) == capacity:
                gone = cache.popitem(last=False)[0]
            cache[session] = user[0]
        if session in cache:
            cache.move_to_end(session)
        value = gone if method == "open" else cache.get(session)
        results.append("null" if value is None else str(value))
    return results


# ---- Writing -----------------------------------------------------------------------------------


def text(capacity, calls):
    lines = [capacity, len(calls)] + [part for call in calls for part in call]
    return "".join(f"{line}\n" for line in lines)


def make(family, size, seed):
    return FAMILIES[family][0](size, random.Random(f"{family} {size} {seed}"))


def write(folder, name, capacity, calls, description=None):
    base = DATA / folder / name
    base.with_suffix(".in").write_text(text(capacity, calls))
    base.with_suffix(".ans").write_text("".join(f"{r}\n" for r in reference(capacity, calls)))
    if description:
        base.with_suffix(".yaml").write_text(f'description: "{description}"\n')


def write_data():
    for folder in ("sample", "secret", "invalid_input"):
        shutil.rmtree(DATA / folder, ignore_errors=True)
        (DATA / folder).mkdir(parents=True)
    for number, sample in enumerate(SAMPLES, 1):
        write("sample", str(number), *sample)
    for number, (family, size, seed) in enumerate(TESTS, 1):
        write("secret", f"{number:02}-{family}-{size}", *make(family, size, seed),
              f"{size} calls: {FAMILIES[family][1]}")
    for name, content in INVALID.items():
        (DATA / "invalid_input" / f"{name}.in").write_text(content)


def main():
    if sys.argv[1:] == ["--list"]:
        for name, (_, what) in FAMILIES.items():
            print(f"{name}: {what}")
    elif len(sys.argv) == 4:
        print(text(*make(sys.argv[1], int(sys.argv[2]), sys.argv[3])), end="")
    else:
        write_data()


if __name__ == "__main__":
    main()
