#!/usr/bin/env python3
"""generate.py FAMILY SIZE SEED prints one input; SIZE is the number of services. See made.yaml."""
import random
import sys

MAX_SERVICES = 300_000
MAX_DEPENDENCIES = 450_000


def renamed(lists, rng):
    """The same services under other numbers."""
    names = list(range(len(lists)))
    rng.shuffle(names)
    result = [None] * len(lists)
    for own, dependencies in enumerate(lists):
        result[names[own]] = [names[other] for other in dependencies]
        if len(dependencies) > 1:
            rng.shuffle(result[names[own]])
    return result


def earlier(n, rng, each):
    """Each service depends on some of those before it, mostly on near ones."""
    lists = [[]]
    for i in range(1, n):
        count = each()
        lists.append(list({i - 1 - int(rng.random() * min(i, 9)) for _ in range(count)}))
    return lists


def some(n, rng):
    """Services without a circle."""
    sparse = rng.random() < 0.5
    if n < 100:
        return renamed(earlier(n, rng, lambda: rng.randint(0, 2 if sparse else 3)), rng)
    return renamed(earlier(n, rng, lambda: rng.choice([0, 1, 1, 2, 2])), rng)


def wild(n, rng):
    """Any dependencies; with few services about every other input has a circle."""
    count = rng.randint(0, n + 1) if n < 100 else n
    lists = [set() for _ in range(n)]
    for _ in range(count):
        lists[rng.randrange(n)].add(rng.randrange(n))
    return [sorted(dependencies) for dependencies in lists]


def none(n, rng):
    return [[] for _ in range(n)]


def circle(n, rng):
    """As random, but one early service depends on a late one that depends on it."""
    lists = earlier(n, rng, lambda: rng.randint(0, 2))
    at = rng.randrange((n + 1) // 2)
    length = rng.randint(1, max(1, min(n - at, n // 3)))
    for i in range(at + 1, at + length):
        if i - 1 not in lists[i]:
            lists[i] = [i - 1] + lists[i][:1]
    if at + length - 1 not in lists[at]:
        lists[at].append(at + length - 1)
    return renamed(lists, rng)


def ring(n, rng):
    """All services in one circle."""
    return renamed([[(i + 1) % n] for i in range(n)], rng)


def itself(n, rng):
    """One service depends on itself, and nothing on it."""
    lists = some(n, rng)
    used = {other for dependencies in lists for other in dependencies}
    at = rng.choice([i for i in range(n) if i not in used])
    lists[at] = lists[at][:1] + [at]
    return lists


def behind(n, rng):
    """A small circle at the start of a chain: nearly all services are only behind it."""
    lists = [[i - 1] for i in range(n)]
    lists[0] = [min(2, n - 1)]
    return renamed(lists, rng)


def chain(n, rng):
    """A chain of half of the services; all others depend on its last one."""
    half = (n + 1) // 2
    return renamed([[]] + [[min(i, half) - 1] for i in range(1, n)], rng)


def rising(n, rng):
    """A chain in order of the numbers."""
    return [[i - 1] if i else [] for i in range(n)]


def falling(n, rng):
    """A chain against the order of the numbers."""
    return [[i + 1] if i + 1 < n else [] for i in range(n)]


def shortcut(n, rng):
    """A chain; every second service depends on its first one as well."""
    lists = [[]] + [[i - 1] + ([0] if i % 2 == 0 else []) for i in range(1, n)]
    return renamed(lists, rng)


def diamonds(n, rng):
    """One, two, one, two and so on: 2^(n/3) ways from the first service to the last."""
    lists = []
    for i in range(n):
        lists.append([[i - 2, i - 1], [i - 1], [i - 2]][i % 3] if i else [])
    return renamed(lists, rng)


def layers(n, rng):
    """About sqrt(n) waves of about sqrt(n) services, all of which depend on the wave before."""
    width = max(1, int(n ** 0.5))
    lists = []
    for i in range(n):
        first = (i // width - 1) * width
        if first < 0:
            lists.append([])
        else:
            lists.append(sorted({first + rng.randrange(width), first + i % width // 2}))
            if len(lists[-1]) == 2 and rng.random() < 0.6:
                lists[-1].pop()
    return renamed(lists, rng)


def hub(n, rng):
    """All depend on one service, and one depends on many of them."""
    lists = [[]] + [[0] for _ in range(1, n)]
    if n > 2:
        lists[-1] = sorted(rng.sample(range(1, n - 1), min(n - 2, MAX_DEPENDENCIES - n)))
    return renamed(lists, rng)


def late(n, rng):
    """A service has dependencies of very different waves, the latest one anywhere in its list."""
    lists = [[]]
    while len(lists) < n:
        i = len(lists)
        tail = rng.randint(1, 3)
        lists.append([i - 1])
        for _ in range(tail):
            lists.append([rng.choice([i, i - 1, rng.randrange(i)])])
        lists.append(sorted({len(lists) - 1, rng.randrange(i)}))
    return renamed(lists[:n], rng)


FAMILIES = {
    "random": some, "wild": wild, "none": none, "circle": circle, "ring": ring, "itself": itself,
    "behind": behind, "chain": chain, "rising": rising, "falling": falling, "shortcut": shortcut,
    "diamonds": diamonds, "layers": layers, "hub": hub, "late": late,
}


def main():
    try:
        family, size, seed = sys.argv[1:]
        make = FAMILIES[family]
        n = int(size)
        if not 1 <= n <= MAX_SERVICES:
            raise ValueError
    except (KeyError, ValueError):
        print(f"usage: generate.py {'|'.join(FAMILIES)} SIZE(1..{MAX_SERVICES}) SEED", file=sys.stderr)
        sys.exit(2)
    lists = make(n, random.Random(f"{family} {n if int(seed) < 1000 else ''} {seed}"))
    print(n, *(f"{len(one)}\n{' '.join(map(str, one))}" for one in lists), sep="\n")


if __name__ == "__main__":
    main()
