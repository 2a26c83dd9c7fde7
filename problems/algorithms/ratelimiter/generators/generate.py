#!/usr/bin/env python3
"""generate.py FAMILY SIZE SEED prints one input; SIZE is the number of calls."""
import random
import sys

MAX_CALLS = 200_000
MAX_LIMIT = 100_000
MAX_CLIENTS = 60_000
MANY_CLIENTS = 25_000
LARGEST = 10**9
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."
MEMBERS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype",
           "__defineGetter__", "isPrototypeOf", "toLocaleString", "length", "size", "get"]

# Each family gives (limit, window, calls); a call is (method, client, time).


def method(rng, share=0.7):
    return "allow" if rng.random() < share else "remaining"


def any_calls(n, rng):
    """Few clients, and times so close that requests meet."""
    clients = ["web", "app", "Web", "cron"][:rng.randint(1, 4)]
    time, calls = rng.randint(0, 5), []
    for _ in range(n):
        calls.append((method(rng), rng.choice(clients), time))
        time += rng.choice([0, 0, 1, 1, 2, 3])
    return rng.randint(1, 4), rng.randint(1, 12), calls


def busy(n, rng):
    """Hundreds of clients, larger limits and windows."""
    clients = ["client-%d" % i for i in range(max(1, min(300, n // 20)))]
    time, calls = 0, []
    for _ in range(n):
        calls.append((method(rng), rng.choice(clients), time))
        time += rng.choice([0, 0, 0, 1])
    return rng.randint(2, 12), rng.randint(50, 2000), calls


def border(n, rng):
    """Requests one second before, at and after the moment when another one no longer counts."""
    window, limit = rng.randint(2, 9), rng.randint(1, 3)
    time, calls = rng.randint(0, 9), []
    while len(calls) < n:
        calls += [("allow", "edge", time)] * rng.randint(1, limit)
        for later in range(window - 1, window + 2):
            calls.append((method(rng, 0.5), "edge", time + later))
        time += window + rng.randint(1, 2)
    return limit, window, calls[:n]


def two_windows(n, rng):
    """A burst at the end of one multiple of the window, and another at the start of the next."""
    window, limit = rng.randint(4, 20), rng.randint(1, 5)
    start, calls = window, []
    while len(calls) < n:
        for time in (start - 1, start, start + window - 2):
            calls += [("allow", "batch", time)] * limit
            calls.append(("remaining", "batch", time))
        start += 3 * window
    return limit, window, calls[:n]


def stubborn(n, rng):
    """A client that keeps asking while it is refused."""
    window, limit = rng.randint(3, 10), rng.randint(1, 3)
    calls, time = [], 0
    for _ in range(n):
        calls.append((method(rng, 0.9), "retry", time))
        time += rng.choice([0, 1, 1])
    return limit, window, calls


def quiet(n, rng):
    """Questions after a long time, and about clients that never came."""
    window, limit = rng.randint(1, 30), rng.randint(1, 6)
    time, calls = 0, []
    while len(calls) < n:
        client = rng.choice(["a", "b", "c"])
        calls += [("allow", client, time)] * rng.randint(1, limit + 1)
        time += rng.choice([1, window - 1, window, 2 * window])
        calls.append(("remaining", rng.choice([client, "nobody"]), time))
        calls.append((method(rng), client, time))
    return limit, window, calls[:n]


def full(n, rng):
    """One client fills a large limit, and then asks what remains."""
    limit = min(MAX_LIMIT, max(1, n // 2))
    time, calls = 0, []
    for i in range(n):
        calls.append(("allow" if i < limit or i % 8 == 0 else "remaining", "bulk", time))
        time += rng.choice([0, 1])
    return limit, LARGEST, calls


def slide(n, rng):
    """A request each second; each lets an old one go, of as many as half of all calls."""
    window = max(1, min(MAX_LIMIT, n // 2))
    start = rng.randint(0, 10**6)
    return window, window, [("allow", "steady", start + i) for i in range(n)]


def names(n, rng):
    """Many clients, each of which calls a few times."""
    clients = ["".join(rng.choice(LETTERS) for _ in range(rng.randint(4, 20)))
               for _ in range(min(n, MANY_CLIENTS))]
    calls = [(method(rng, 0.9), clients[i % len(clients)], i // 4) for i in range(n)]
    for i in range(1, n, 5):
        calls[i] = (method(rng), rng.choice(clients), i // 4)
    return rng.choice([1, 1, 2, MAX_LIMIT]), max(1, n // 6), calls


def regulars(n, rng):
    """As many clients as possible; then those that came last call again, in any order."""
    clients = max(1, min((n + 1) // 2, MAX_CLIENTS))
    calls = [("allow", f"r{i}", i // 4) for i in range(clients)]
    calls += [(method(rng, 0.95), f"r{rng.randrange(clients * 3 // 4, clients)}", i // 4) for i in range(clients, n)]
    return 3, n, calls


def roomy(n, rng):
    """The largest limit, and many clients."""
    clients = min(n, MANY_CLIENTS)
    return MAX_LIMIT, LARGEST, [(method(rng, 0.8), f"tenant.{i % clients}", i) for i in range(n)]


def members(n, rng):
    """Clients with the names of object members."""
    time, calls = 0, []
    for _ in range(n):
        calls.append((method(rng), rng.choice(MEMBERS), time))
        time += rng.choice([0, 0, 1])
    return rng.randint(1, 3), rng.randint(3, 40), calls


def extremes(n, rng):
    """The first and the last moment, and the longest windows."""
    window = rng.choice([LARGEST, LARGEST - 1])
    calls = []
    for i in range(n):
        time = 0 if i < n // 3 else rng.choice([LARGEST - 1, LARGEST - 1, LARGEST])
        calls.append((method(rng), rng.choice(["x", "y"]), time))
    calls.sort(key=lambda call: call[2])
    return max(1, n // 8), window, calls


def bursts(n, rng):
    """Many requests in one second, then nothing until all of them are forgotten at once."""
    size = max(1, n // 7)
    limit, window = max(1, size * 2 // 3), rng.randint(1, 100)
    time, calls = 0, []
    while len(calls) < n:
        calls += [(method(rng, 0.95), rng.choice("pqr"), time) for _ in range(size)]
        time += rng.choice([window - 1, window, window + 1, max(1, window // 2)])
    return min(limit, MAX_LIMIT), window, calls[:n]


FAMILIES = {
    "random": any_calls, "busy": busy, "border": border, "fixed": two_windows, "stubborn": stubborn,
    "quiet": quiet, "full": full, "slide": slide, "names": names, "regulars": regulars, "roomy": roomy,
    "members": members, "extremes": extremes, "bursts": bursts,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) != 3 or arguments[0] not in FAMILIES or not arguments[1].isdecimal()
            or not 1 <= int(arguments[1]) <= MAX_CALLS or not arguments[2].isdecimal()):
        print(f"usage: generate.py FAMILY SIZE SEED, FAMILY one of {' '.join(FAMILIES)}, "
              f"SIZE from 1 to {MAX_CALLS}", file=sys.stderr)
        return 2
    family, size, seed = arguments[0], int(arguments[1]), int(arguments[2])
    limit, window, calls = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(f"{limit}\n{window}\n{len(calls)}")
    print("\n".join(f'{name}\n"{client}"\n{time}' for name, client, time in calls))
    return 0


if __name__ == "__main__":
    sys.exit(main())
