#!/usr/bin/env python3
"""generate.py FAMILY SIZE SEED prints one input; SIZE is the number of nodes. See made.yaml."""
import random
import sys

MAX_NODES = 300_000
MAX_TIME = 10**9


def times(count, rng):
    """Distinct times in rising order; close together when there are few."""
    step = 2 if count < 100 else MAX_TIME // (count + 1)
    now = rng.randint(0, step)
    result = []
    for _ in range(count):
        result.append(now)
        now += rng.randint(1, step)
    return result


def tree(n, rng):
    """The pairs of a random tree on shuffled nodes."""
    names = list(range(n))
    rng.shuffle(names)
    return [(names[i], names[rng.randrange(i)]) for i in range(1, n)]


def any_pair(n, rng):
    one = rng.randrange(n)
    return one, (one + rng.randrange(1, n)) % n


def shuffled(links, rng):
    """Each link either way round, in any order."""
    links = [(time, a, b) if rng.random() < 0.5 else (time, b, a) for time, a, b in links]
    rng.shuffle(links)
    return links


def some(n, rng):
    """Any links; for few nodes about every other input never connects."""
    count = 2 * n if n > 20 else rng.randint(0, 2 * n)
    top = 2 * n if n < 100 else MAX_TIME
    return [(rng.randint(0, top), *any_pair(n, rng)) for _ in range(count)] if n > 1 else []


def joined(n, rng):
    """A tree and as many links again, at any time."""
    pairs = tree(n, rng) + [any_pair(n, rng) for _ in range(n - 1)]
    top = 3 * n if n < 100 else MAX_TIME
    return shuffled([(rng.randint(0, top), a, b) for a, b in pairs], rng)


def ties(n, rng):
    """Few different times, so that the last of a time counts."""
    pairs = tree(n, rng) + [any_pair(n, rng) for _ in range(n - 1)]
    first = rng.randint(0, 5)
    return shuffled([(first + rng.randint(0, 3), a, b) for a, b in pairs], rng)


def early(n, rng):
    """All links at time 0."""
    return shuffled([(0, a, b) for a, b in tree(n, rng)], rng)


def split(n, rng):
    """Two halves, each of which is connected; every node has a link, but nothing joins the halves."""
    half = n // 2
    names = list(range(n))
    rng.shuffle(names)
    pairs = tree(half, rng) + [(half + a, half + b) for a, b in tree(n - half, rng)]
    pairs += pairs
    top = 3 * n if n < 100 else MAX_TIME
    return shuffled([(rng.randint(0, top), names[a], names[b]) for a, b in pairs], rng)


def pairs_first(n, rng):
    """Every node has a link early, in pairs; the pairs come together late."""
    if n == 1:
        return []
    links = [(i, i + 1) for i in range(0, n - 1, 2)]
    later = [(a, b) for a, b in tree(n, rng) if a ^ 1 != b]
    if n % 2:
        links.append((n - 1, 0))
    when = times(len(links) + len(later), rng)
    return shuffled([(t, a, b) for t, (a, b) in zip(when, links + later)], rng)


def same(n, rng):
    """Only two nodes have links, as many as are needed for all; or they have them n times before the rest."""
    if n == 1:
        return []
    a, b = any_pair(n, rng)
    links = [(a, b)] * (n - 1) + (tree(n, rng) if rng.random() < 0.7 else [])
    return shuffled([(t, a, b) for t, (a, b) in zip(times(len(links), rng), links)], rng)


def last(n, rng):
    """All but one node are connected by half of the links; that one comes with the very last."""
    if n == 1:
        return []
    pairs = tree(n - 1, rng) + [any_pair(n - 1, rng) for _ in range(n - 1) if n > 2]
    when = times(len(pairs) + 1, rng)
    pairs = pairs + [(n - 1, rng.randrange(n - 1))]
    return shuffled([(t, a, b) for t, (a, b) in zip(when, pairs)], rng)


def never(n, rng):
    """One node has no link."""
    return last(n, rng) if n == 1 else [link for link in last(n, rng) if n - 1 not in link[1:]]


def chain(n, rng):
    """One after the other, in order of time and place."""
    return [(t, i, i + 1) for i, t in enumerate(times(n - 1, rng))]


def back(n, rng):
    """The same, each link the other way round, and from the other end."""
    return [(t, i, i - 1) for i, t in zip(range(n - 1, 0, -1), times(n - 1, rng))]


def hub(n, rng):
    """One node is linked to all others, one after the other: without balance its way to the root grows."""
    return [(t, 0, i) for i, t in enumerate(times(n - 1, rng), 1)]


def spokes(n, rng):
    """The same, each link the other way round."""
    return [(t, i, 0) for t, i in zip(times(n - 1, rng), range(1, n))]


def sink(n, rng):
    """The last node is linked to all others from behind: grows for who puts the larger root below the smaller."""
    return [(t, n - 1, i) for t, i in zip(times(n - 1, rng), range(n - 2, -1, -1))]


def lanes(n, rng):
    """Many chains side by side, which are joined at the end."""
    width = max(1, int(n ** 0.5))
    pairs = [(i, i + width) for i in range(n - width)] + [(i, i + 1) for i in range(width - 1)]
    return shuffled([(t, a, b) for t, (a, b) in zip(times(len(pairs), rng), pairs)], rng)


def largest(n, rng):
    """The last times that there are."""
    return shuffled([(MAX_TIME - (0 if i == n // 2 else rng.randint(1, 9)), a, b)
                     for i, (a, b) in enumerate(tree(n, rng), 1)], rng)


def digits(n, rng):
    """Times with different numbers of digits, which are in another order as texts."""
    pairs = tree(n, rng)
    return shuffled([(rng.randint(1, 9) * 10 ** rng.randint(0, 8), a, b) for a, b in pairs], rng)


FAMILIES = {
    "random": some, "joined": joined, "ties": ties, "early": early, "split": split, "pairs": pairs_first,
    "same": same, "last": last, "never": never, "chain": chain, "back": back, "hub": hub, "spokes": spokes,
    "sink": sink, "lanes": lanes, "largest": largest, "digits": digits,
}


def main():
    try:
        family, size, seed = sys.argv[1:]
        make = FAMILIES[family]
        n = int(size)
        if not 1 <= n <= MAX_NODES:
            raise ValueError
    except (KeyError, ValueError):
        print(f"usage: generate.py {'|'.join(FAMILIES)} SIZE(1..{MAX_NODES}) SEED", file=sys.stderr)
        sys.exit(2)
    links = make(n, random.Random(f"{family} {n if int(seed) < 1000 else ''} {seed}"))
    print(n, len(links), *(f"3\n{time} {a} {b}" for time, a, b in links), sep="\n")


if __name__ == "__main__":
    main()
