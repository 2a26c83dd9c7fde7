#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of links."""
import random
import sys

MAX_SIZE = 200_000
MAX_SITES = 100_000
MAX_PRICE = 10**9

# Each family returns the number of sites, the links, the source and the target.


def any_links(n, rng):
    """So many sites that a route is likely, and small prices, so that sums are equal often."""
    sites = rng.randint(1, max(2, n // 2))
    links = [(rng.randrange(sites), rng.randrange(sites), rng.randint(0, 9)) for _ in range(n)]
    return sites, links, rng.randrange(sites), rng.randrange(sites)


def wide(n, rng):
    """As above, with prices from the whole range."""
    sites = max(1, n // 3)
    links = [(rng.randrange(sites), rng.randrange(sites), rng.randint(0, MAX_PRICE))
             for _ in range(n)]
    return sites, links, rng.randrange(sites), rng.randrange(sites)


def same_site(n, rng):
    sites, links, source, _ = any_links(n, rng)
    return sites, links, source, source


def no_route(n, rng):
    """Two halves; links lead within each, and from the half of the target to that of the source."""
    half = max(1, n // 5)
    links = []
    for _ in range(n):
        start = rng.randrange(2 * half)
        end = rng.randrange(half)
        if start >= half and rng.random() < 0.7:
            end += half
        links.append((start, end, rng.randint(0, 99)))
    return 2 * half, links, rng.randrange(half), half + rng.randrange(half)


def several(n, rng):
    """Few sites and many links between each two: the cheapest counts, and it stands anywhere."""
    sites = max(2, int((n / 3) ** 0.5))
    links = [(rng.randrange(sites), rng.randrange(sites), rng.randint(1, 10**6)) for _ in range(n)]
    return sites, links, 0, sites - 1


def chain(n, rng):
    """One route through all sites, the links in the reverse order, each at the highest price."""
    sites = min(MAX_SITES, n + 1)
    links = [(i, i + 1, MAX_PRICE - rng.randint(0, 1)) for i in range(sites - 1)][::-1]
    for i in range(n - len(links)):
        end = i % (sites - 1)
        links.append((end + 1, end, rng.randint(0, 9)))
    return sites, links, 0, sites - 1


def detours(n, rng):
    """Few links are expensive, and many are cheap: a long route is cheaper than each short cut."""
    sites = max(2, min(MAX_SITES, n // 2 + 1))
    links = [(i, i + 1, rng.randint(1, 3)) for i in range(sites - 1)][:n]
    while len(links) < n:
        start = rng.randrange(sites)
        end = rng.randrange(start, sites)
        links.append((start, end, 3 * (end - start) + rng.randint(0, 5)))
    rng.shuffle(links)
    return sites, links, 0, sites - 1


def target_early(n, rng):
    """The target has a price early, and gets cheaper with each link of a chain."""
    sites = max(2, min(MAX_SITES, n // 2 + 2))
    length = sites - 2  # of the chain of the sites before the target
    top = 3 * n + 10
    links = [(i, sites - 1, top - 2 * i) for i in range(length + 1)][:n]
    links += [(i, i + 1, 1) for i in range(length)][:n - len(links)]
    links += [(rng.randrange(sites), rng.randrange(sites), top) for _ in range(n - len(links))]
    return sites, links, 0, sites - 1


def hub(n, rng):
    """A site with half of the links gets cheaper again and again before it is visited: a quarter of
    the links form a chain, and another quarter leads from the chain to the hub."""
    length = max(0, min(MAX_SITES // 2 - 2, n // 4))
    leaves = max(1, min(MAX_SITES // 2 - 5, n // 2))
    middle = length + 1
    sites = length + 2 + leaves + 1
    top = 3 * length + rng.randint(5, 50)
    links = [(i, i + 1, 1) for i in range(length)]
    links += [(i, middle, top - 2 * i) for i in range(length + 1)][:n - len(links)]
    links += [(middle, middle + 1 + i % leaves, 1 + i // leaves) for i in range(n - len(links) - 1)]
    links.append((middle + 1, sites - 1, 2 * top))  # the target comes out last
    return sites, links, 0, sites - 1


def star(n, rng):
    """All sites lie around one, at prices that fall in the order of the links."""
    sites = max(2, min(MAX_SITES, n // 2 + 1))
    links = [(0, i, 2 * n - i) for i in range(1, sites)][:n]
    links += [(i + 1, (i + 1) % (sites - 1) + 1, 1) for i in range(sites - 1)][:n - len(links)]
    links += [(sites - 1, 0, 0)] * (n - len(links))
    return sites, links, 0, rng.randint(1, sites - 1)


def grid(n, rng):
    """A grid with links to the right and down, and some back: many routes of similar prices."""
    side = max(1, int((n / 3) ** 0.5))
    links = []
    for row in range(side):
        for column in range(side):
            at = row * side + column
            if column + 1 < side:
                links.append((at, at + 1, rng.randint(1, 9)))
            if row + 1 < side:
                links.append((at, at + side, rng.randint(1, 9)))
            if row > 0 and column > 0:
                links.append((at, at - side, rng.randint(1, 9)))
    links = links[:n]
    sites = side * side
    while len(links) < n:
        links.append((rng.randrange(sites), rng.randrange(sites), 20 * side))
    rng.shuffle(links)
    return sites, links, 0, sites - 1


def misled(n, rng):
    """As hub, for a queue with small labels first: sites that lead nowhere, before and behind the others in
    the order of links, stand at its front whenever the next site of the chain is put in, so that it goes
    behind the hub. A site far away, which waits to the end, keeps the average of all labels high."""
    units = max(1, min(8_000, n // 25))
    hub, far, ends = 0, 1, 6 * units + 3
    leaves = max(1, n - 7 * units - 1)
    leaves = min(leaves, MAX_SITES - ends)
    links = [(2, far, MAX_PRICE)]
    for i in range(units):
        at = 2 + 6 * i  # a site of the chain; behind it one between, and four that lead nowhere
        links += [(at, at + 2, 0), (at, hub, 3 * units - 3 * i), (at, at + 1, 1), (at, at + 3, 0),
                  (at + 1, at + 4, 0), (at + 1, at + 6, 1), (at + 1, at + 5, 0)]
    links += [(hub, ends + i, rng.randint(1, 9)) for i in range(leaves)]
    links = links[:n]
    links += [(0, 1, rng.randint(0, 9))] * (n - len(links))
    return ends + leaves, links, 2, ends + rng.randrange(leaves)


def free(n, rng):
    """Most links cost nothing."""
    sites = max(1, n // 2)
    links = [(rng.randrange(sites), rng.randrange(sites), rng.choice([0, 0, 0, 1])) for _ in range(n)]
    return sites, links, rng.randrange(sites), rng.randrange(sites)


def alone(n, rng):
    """As many sites as the size says, and not a single link."""
    sites = min(MAX_SITES, n)
    return sites, [], 0, sites - 1


FAMILIES = {
    "random": any_links,
    "wide": wide,
    "same": same_site,
    "noroute": no_route,
    "several": several,
    "chain": chain,
    "detours": detours,
    "early": target_early,
    "hub": hub,
    "star": star,
    "grid": grid,
    "misled": misled,
    "free": free,
    "alone": alone,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) != 3 or arguments[0] not in FAMILIES or not arguments[1].isdecimal()
            or not 1 <= int(arguments[1]) <= MAX_SIZE):
        print(f"usage: generate.py FAMILY SIZE SEED, a family of {', '.join(FAMILIES)}, "
              f"a size from 1 to {MAX_SIZE}", file=sys.stderr)
        sys.exit(2)
    family, size, seed = arguments
    sites, links, source, target = FAMILIES[family](
        int(size), random.Random(f"{family} {int(size) if int(seed) < 1000 else ''} {seed}"))
    lines = [f"{sites}\n{len(links)}\n"]
    lines += ["3\n%d %d %d\n" % link for link in links]
    lines += [f"{source}\n{target}\n"]
    sys.stdout.write("".join(lines))


if __name__ == "__main__":
    main()
