#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of requests."""
import random
import sys

MAX_N = 250_000
LONGEST_NAME = 20
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MEMBERS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf",
           "prototype", "length", "size", "get", "has", "null", "undefined", "0", "-1"]


def any_trace(n, rng):
    """Few tenants, one or two of them and the platform often, so that small traces have ties."""
    names = [""] + rng.sample(LETTERS, min(26, rng.randint(2, 3 + n // 4)))
    often = rng.sample(names, 2) * rng.randint(0, 3)
    return [rng.choice(names + often) for _ in range(n)], rng.randint(1, max(1, len(names) // 2))


def one_tenant(n, rng):
    """Room for a single tenant."""
    return [rng.choice(["a", "a", "b", "c", ""]) for _ in range(n)], 1


def platform(n, rng):
    """Most requests are the platform's, also at both ends of what is best."""
    names = ["acme", "bolt", "core", "dune", "echo"]
    trace = [rng.choice(names) if rng.random() < 0.3 else "" for _ in range(n)]
    return trace, rng.randint(1, 3)


def platform_only(n, rng):
    return [""] * n, rng.randint(1, 2)


def equal(n, rng):
    return ["".join(rng.choice(LETTERS) for _ in range(LONGEST_NAME))] * n, rng.randint(1, 3)


def different(n, rng):
    """Every request is of another tenant: all stretches of limit requests are longest."""
    return [f"t{i}" for i in rng.sample(range(10 * n), n)], max(1, n // 2)


def half(n, rng):
    """Blocks of requests of a tenant each; every good stretch has about half of the requests."""
    block = rng.randint(1, 2)
    trace = [f"tenant-{i // block}" for i in range(n)]
    return trace, max(1, n // block // 2)


def staying(n, rng):
    """Tenants come back all the time: one must not be forgotten as long as a request of it is in."""
    names = [f"t{i}" for i in range(4)]
    trace = [rng.choice(names[:2]) if rng.random() < 0.7 else rng.choice(names) for _ in range(n)]
    return trace, rng.randint(1, 3)


def to_end(n, rng):
    """The longest stretch ends with the trace, and a shorter one of the same tenants is before it."""
    tail = [rng.choice(["a", "b"]) for _ in range(n // 2 + 1)]
    head = [rng.choice(["a", "b", "c", "d"]) for _ in range(n - len(tail))]
    return head[:-1] + ["c"] * (len(head) > 0) + tail, 2


def enough(n, rng):
    """The limit is not reached: the whole trace is replayed."""
    names = ["", "a", "b", "c", "d", "e", "f"]
    return [rng.choice(names) for _ in range(n)], rng.choice([6, 7, MAX_N])


def just_not(n, rng):
    """The trace has one tenant more than the limit, with a single request somewhere."""
    names = ["a", "b", "c", "d"]
    trace = [names[i % 4] for i in range(n)]
    trace[rng.randrange(n)] = "x"
    return trace, max(1, len(set(trace)) - 1)


def members(n, rng):
    """Names that JavaScript objects and other things have as members."""
    names = MEMBERS + ["", "a"]
    return [rng.choice(names) for _ in range(n)], rng.randint(1, min(8, 1 + n // 4))


def cases(n, rng):
    """Names that differ in upper and lower case, in a dash, or in their last character only."""
    stem = "".join(rng.choice(LETTERS) for _ in range(LONGEST_NAME - 1))
    names = ["acme", "Acme", "ACME", "ac-me", "ac_me", stem + "a", stem + "A", stem, ""]
    return [rng.choice(names) for _ in range(n)], rng.randint(1, 5)


def nested(n, rng):
    """A tenant with the first request and a later one, between which others come and go."""
    trace = []
    while len(trace) < n:
        inner = [rng.choice("bcd") for _ in range(rng.randint(1, 4))]
        trace += ["a"] * rng.randint(1, 2) + inner
    return trace[:n], 2


def oldest(n, rng):
    """Half of the requests bring each tenant into the window, all others push one out each."""
    count = max(1, n // 2)
    trace = [f"user_{i:06}" for i in range(count)] + [f"late_{i:06}" for i in range(n - count)]
    return trace, count


def many(n, rng):
    """Many tenants, with some requests each."""
    count = max(1, n // 3)
    trace = [f"tenant-{rng.randrange(count)}" if rng.random() < 0.95 else "" for _ in range(n)]
    return trace, max(1, count // rng.randint(2, 4))


FAMILIES = {
    "random": any_trace,
    "one": one_tenant,
    "platform": platform,
    "nobody": platform_only,
    "equal": equal,
    "different": different,
    "half": half,
    "staying": staying,
    "end": to_end,
    "enough": enough,
    "justnot": just_not,
    "members": members,
    "cases": cases,
    "nested": nested,
    "oldest": oldest,
    "many": many,
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
    trace, limit = FAMILIES[family](int(size),
                                    random.Random(f"{family} {int(size) if int(seed) < 1000 else ''} {seed}"))
    print(len(trace))
    print("\n".join(f'"{name}"' for name in trace))
    print(limit)


if __name__ == "__main__":
    main()
