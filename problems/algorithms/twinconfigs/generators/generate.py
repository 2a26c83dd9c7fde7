#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of lines in all configurations."""
import itertools
import random
import re
import sys

MAX_LINES = 400_000
MAX_SERVICES = 300_000
KEYS = ["cache", "db.url", "feature", "log", "mode", "port", "retries", "timeout"]
MEMBERS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "length", "map"]


def shuffled(items, rng):
    items = list(items)
    rng.shuffle(items)
    return items


def draw(n, rng, make):
    """Configurations that make() returns, until they have n lines."""
    configs = []
    left = n
    while left > 0 and len(configs) < MAX_SERVICES:
        config = make()[:left]
        configs.append(config)
        left -= max(1, len(config))
    return configs


def any_configs(n, rng):
    """Few lines of a few: many twins."""
    keys = KEYS[:rng.randint(1, 8)]
    values = 1 + n // 400
    most = rng.randint(1, 4)
    return draw(n, rng, lambda: [f"{rng.choice(keys)}={rng.randint(0, values)}"
                                 for _ in range(rng.randint(most // 3, most))])


def pairs(n, rng):
    """Each configuration twice, with its lines moved."""
    configs = []
    for i in range(max(1, n // 10)):
        config = [f"{rng.choice(KEYS)}={rng.randint(0, 9)}" for _ in range(4)] + [f"id={i}"]
        configs += [config, shuffled(config, rng)]
    return trimmed(shuffled(configs, rng), n)


def trimmed(configs, n):
    """As many of the configurations as have n lines, and one of them in any case."""
    lines = 0
    for i, config in enumerate(configs):
        lines += len(config)
        if i and (lines > n or i == MAX_SERVICES):
            return configs[:i]
    return configs


def distinct(n, rng):
    """Two lines each, the first of which is the same when sorted, and no twins."""
    return [shuffled(["cache=off", f"port={10_000 + i}"], rng) for i in range(max(1, n // 2))]


def counts(n, rng):
    """The same lines, but not as often."""
    names = ["x", "y", "z"][:rng.randint(1, 3)]
    return draw(n, rng, lambda: [rng.choice(names) for _ in range(rng.randint(0, 4))])


def separators(n, rng):
    """Lines that are the same once they are joined with one or another sign, or with nothing."""
    signs = [",", " ", ", ", ";", "|", "#", "/", ":", "-", "_", "", "=", "."]
    small = n < 30  # few configurations: most are cut in one of two ways
    if small:
        signs = [rng.choice([",", ",", " ", ", "])]

    def cut():
        sign = rng.choice(signs)
        parts = ["a", "b", "c"][:3 if small else rng.randint(2, 3)]
        joined = {rng.randrange(1, 3)} if small and rng.random() < 0.75 else {k for k in (1, 2) if rng.random() < 0.5}
        config = parts[:1]
        for k, part in enumerate(parts[1:], 1):
            if k in joined:
                config[-1] += sign + part
            else:
                config.append(part)
        return shuffled(config, rng)
    return draw(n, rng, cut)


def members(n, rng):
    """Single lines that every object has in JavaScript."""
    return draw(n, rng, lambda: [rng.choice(MEMBERS)])


def numbers(n, rng):
    """Single lines that are numbers: objects bring such keys in an order of their own."""
    return draw(n, rng, lambda: [str(rng.randint(1, n))])


def characters(n, rng):
    """The same characters in other lines, or in another order."""
    return draw(n, rng, lambda: [rng.choice(["ab", "ba", "a", "b", "aab", "aba"])
                                 for _ in range(rng.randint(1, 3))])


def cancel(n, rng):
    """Lines in pairs, which XOR takes out."""
    return draw(n, rng, lambda: shuffled(2 * [rng.choice("pqrs") for _ in range(rng.randint(1, 2))], rng))


def all_same(n, rng):
    config = [f"{key}=on" for key in KEYS[:2]]
    return [shuffled(config, rng) for _ in range(max(1, n // 2))]


def one_line(n, rng):
    """As many services as there may be, in groups of two or three."""
    m = min(n, MAX_SERVICES)
    return [[f"service-{rng.randrange(m)}"] for _ in range(m)]


def single(n, rng):
    """As many services as there may be, each with one line that no other has, but for two twins."""
    m = min(n, MAX_SERVICES)
    names = shuffled([f"tenant-{i}" for i in range(m)], rng)
    names[-1] = names[0]
    return [[name] for name in names]


def empty(n, rng):
    """Many configurations without lines."""
    return draw(n, rng, lambda: [rng.choice(["a", "b"])] * rng.choice([0, 0, 0, 1, 2]))


def big(n, rng):
    """Two long configurations in opposite order, and a third with one other line, if there is room."""
    m = max(1, n // (2 if rng.random() < 0.5 else 3))
    lines = shuffled([f"host-{i}.region-{i % 7}=up" for i in range(m)], rng)
    other = lines[:-1] + ["host=down"]
    return trimmed([lines, lines[::-1], shuffled(other, rng)], n)


def repeated(n, rng):
    """Two long configurations of one line again and again; others differ in how often."""
    m = max(1, n // 4)
    return trimmed([["retry"] * m, ["retry"] * (m + 1), ["retry"] * m, ["retry"] * max(0, m - 1)], n)


def subsets(n, rng):
    """Configurations that are the start of others when sorted."""
    lines = [f"{key}=1" for key in KEYS]
    return draw(n, rng, lambda: shuffled(lines[:rng.randint(1, 8)], rng))


def case(n, rng):
    """Lines that differ in case and in blanks."""
    lines = ["log=on", "Log=on", "log =on", "log= on", "log=on "]
    return draw(n, rng, lambda: [rng.choice(lines) for _ in range(rng.randint(1, 2))])


def falling(n, rng):
    """First members come in falling order of their lines."""
    m = max(1, min(n // 2, MAX_SERVICES // 2))
    names = [f"zone={m - i:06}" for i in range(m)]
    return [[name] for name in names] + [[name] for name in shuffled(names, rng)]


def collide(n, rng):
    """Single lines with one and the same polynomial hash with factor 31, mildly."""
    lines = ["".join(parts) for parts in itertools.product(["Aa", "BB"], repeat=2 if n < 100 else 8)]
    return draw(n, rng, lambda: [rng.choice(lines)])


FAMILIES = {
    "random": any_configs,
    "pairs": pairs,
    "distinct": distinct,
    "counts": counts,
    "separators": separators,
    "members": members,
    "numbers": numbers,
    "characters": characters,
    "cancel": cancel,
    "allsame": all_same,
    "oneline": one_line,
    "single": single,
    "empty": empty,
    "big": big,
    "repeated": repeated,
    "subsets": subsets,
    "case": case,
    "falling": falling,
    "collide": collide,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) != 3 or arguments[0] not in FAMILIES
            or not all(re.fullmatch("[0-9]{1,9}", a) for a in arguments[1:])
            or not 1 <= int(arguments[1]) <= MAX_LINES):
        print(f"usage: generate.py FAMILY SIZE SEED, SIZE from 1 to {MAX_LINES}, FAMILY one of "
              + ", ".join(FAMILIES), file=sys.stderr)
        sys.exit(2)
    family, size, seed = arguments[0], int(arguments[1]), int(arguments[2])
    configs = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(len(configs))
    for config in configs:
        print("\n".join([str(len(config))] + [f'"{line}"' for line in config]))


main()
