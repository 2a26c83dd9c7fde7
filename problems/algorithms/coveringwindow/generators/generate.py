#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of lines of the log; for cycle
also SEED M, the number of required services."""
import random
import sys

MAX_LINES = 200_000
MAX_REQUIRED = 100_000
MAX_SERVICE = 10**9


def any_log(n, rng):
    """Few services, so that small logs have repeats and ties."""
    services = rng.sample(range(1, 2 * n + 10), rng.randint(1, 3 + n // 50))
    lines = [rng.choice(services) for _ in range(n)]
    required = [rng.choice(services) for _ in range(rng.randint(1, 2 + n // 40))]
    return lines, required[:MAX_REQUIRED]


def single(n, rng):
    """One service is required once, and stands in several places."""
    service = rng.randint(1, 99)
    lines = [rng.choice([service, service + 1, service + 2]) for _ in range(n)]
    return lines, [service]


def nothing(n, rng):
    """Everything is there often enough, but for one service that lacks one line."""
    lines, _ = any_log(n, rng)
    start = rng.randint(0, n // 2)
    required = lines[start:start + MAX_REQUIRED // 2]
    lacking = rng.choice(lines)
    required = [service for service in required if service != lacking]
    required += [lacking] * (lines.count(lacking) + 1)
    rng.shuffle(required)
    if len(required) > MAX_REQUIRED:
        required = required[:MAX_REQUIRED - 1] + [MAX_SERVICE]
    return lines, required


def longer_rule(n, rng):
    """More is required than the log has lines."""
    lines = [rng.randint(1, 3) for _ in range(n)]
    m = min(MAX_REQUIRED, n + rng.randint(1, 5))
    return lines[:m - 1] + [9] * (n - m + 1), [rng.randint(1, 3) for _ in range(m)]


def often(n, rng):
    """Two services are required hundreds of times each, the same number of times."""
    count = max(1, min(400, n // 5))
    lines = [rng.choice([11, 12, 12, 13]) for _ in range(n)]
    return lines, [11] * count + [12] * count


def at_end(n, rng):
    """Stretches become shorter towards the end, and the shortest one ends with the log."""
    pair = [21, 22]
    lines = []
    gap = 1
    while len(lines) + gap + 2 <= n - 2:
        lines = [rng.choice(pair)] + [rng.randint(30, 40) for _ in range(gap)] + lines
        gap += rng.randint(0, 2)
    lines = [rng.randint(30, 40) for _ in range(max(0, n - 2 - len(lines)))] + lines
    return (lines + pair)[-n:], pair


def surplus(n, rng):
    """Long runs of one required service: they are not progress, and many lines go at a time."""
    lines = []
    while len(lines) < n:
        service = rng.choice([1, 1, 1, 1, 2, 3, 4])
        lines += [service] * (rng.randint(1, max(2, n // 8)) if service == 1 else 1)
    return lines[:n], [1, 2, 3, 1][:rng.randint(2, 4)]


def equal(n, rng):
    """All lines are of one service: every stretch of the right length will do."""
    service = rng.randint(1, MAX_SERVICE)
    return [service] * n, [service] * rng.randint(1, min(n, MAX_REQUIRED))


def whole(n, rng):
    """The first line and the last are of services that stand nowhere else."""
    lines = [10**8 + rng.randint(1, n) for _ in range(n)]
    lines[0], lines[-1] = 5, 6
    required = [lines[i] for i in rng.sample(range(n), min(n, MAX_REQUIRED // 2))]
    return lines, required + [lines[0]] * (lines[0] not in required) + [6] * (6 not in required)


def far(n, rng):
    """One service is everywhere, the other one only at the very end."""
    return [3] * (n - 1) + [1], [1, 3] if n > 1 else [1]


def cycle(n, rng, m=None):
    """M different services, or a quarter of n, all required, one after the other again and again."""
    count = max(1, min(MAX_REQUIRED, m or n // 4))
    services = rng.sample(range(1, 20 * count + 1), count)
    return [services[i % count] for i in range(n)], sorted(services)


def far_repeat(n, rng):
    """Like far, with many required services at the start, and each of them again and again."""
    count = max(1, min(1000, n // 4))
    lines = [1 + i % count for i in range(n)]
    lines[-1] = MAX_SERVICE
    required = list(range(1, count + 1)) + [MAX_SERVICE]
    return lines, required if n > count else [MAX_SERVICE]


def largest(n, rng):
    """Numbers at both ends of what is allowed."""
    services = [1, 2, MAX_SERVICE - 1, MAX_SERVICE]
    lines = [rng.choice(services) for _ in range(n)]
    return lines, [rng.choice(services) for _ in range(rng.randint(1, min(6, n)))]


def many(n, rng):
    """As much is required as can be: half of the log or more."""
    services = [rng.randint(1, MAX_SERVICE) for _ in range(max(1, n // 10))]
    lines = [rng.choice(services) for _ in range(n)]
    size = min(n, MAX_REQUIRED, max(1, n // 2))
    start = rng.randint(0, n - size)
    required = lines[start:start + size]
    rng.shuffle(required)
    return lines, required


def collide(n, rng):
    """A part of the numbers falls into one bucket of a table with 85229 or 172933 of them, as
    libstdc++ has for so many different keys. Mild: such a table still passes."""
    multiples = [prime * (i + 1) for i in range(900) for prime in (85229, 172933)]
    filler = [3 * i + 500_000_000 for i in range(max(0, min(n - 2_000, 60_000)))]
    lines = (filler + multiples + [rng.choice(multiples) for _ in range(n)])[:n]
    required = [rng.choice(lines) for _ in range(min(1_000, 1 + n // 10))]
    return lines, required + (filler[::2] if n > 2_000 else [])


FAMILIES = {
    "random": any_log,
    "single": single,
    "nothing": nothing,
    "longer": longer_rule,
    "often": often,
    "end": at_end,
    "surplus": surplus,
    "equal": equal,
    "whole": whole,
    "far": far,
    "cycle": cycle,
    "farcycle": far_repeat,
    "largest": largest,
    "many": many,
    "collide": collide,
}


def fail(reason):
    print(reason, file=sys.stderr)
    sys.exit(2)


def main():
    if len(sys.argv) not in (4, 5) or sys.argv[1] not in FAMILIES:
        fail(f"usage: generate.py FAMILY SIZE SEED; families: {', '.join(FAMILIES)}")
    family, size, seed, *second = sys.argv[1:]
    if not size.isdecimal() or not 1 <= int(size) <= MAX_LINES:
        fail(f"SIZE is from 1 to {MAX_LINES}")
    if second and (family != "cycle" or not second[0].isdecimal() or not 1 <= int(second[0]) <= MAX_REQUIRED):
        fail(f"M, for cycle alone, is from 1 to {MAX_REQUIRED}")
    lines, required = FAMILIES[family](int(size),
                                       random.Random(f"{family} {int(size) if int(seed) < 1000 else ''} {seed}"),
                                       *map(int, second))
    for numbers in (lines, required):
        print(len(numbers))
        print(" ".join(map(str, numbers)))


if __name__ == "__main__":
    main()
