#!/usr/bin/env python3
"""generate.py FAMILY SIZE SEED prints one input; SIZE is the number of routes and of paths. See made.yaml."""
import random
import sys

MAX_N = 50_000
MAX_LENGTH = 100
MAX_TOTAL = 1_000_000
NAMES = ["api", "v1", "v2", "users", "user", "orders", "order", "items", "admin", "a", "b", "ab", "cart", "x1"]
MEMBERS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype", "name", "length"]


def limit(n):
    """How long each of n strings may be."""
    return min(MAX_LENGTH, MAX_TOTAL // n)


def path(segments, n):
    """The path of these segments, without the last ones if it gets too long."""
    text = ""
    for segment in segments:
        if len(text) + 1 + len(segment) > limit(n):
            break
        text += "/" + segment
    return text or "/"


def vocabulary(n, rng):
    if n < 30:
        return rng.sample(["a", "b", "ab", "abc"], 3)
    return NAMES + [str(i) for i in range(max(1, n // 200))]


def walk(words, rng, most=4):
    return [rng.choice(words) for _ in range(rng.randint(0, most))]


def some(n, rng):
    words = vocabulary(n, rng)
    most = 3 if n < 30 else 5
    return ([path(walk(words, rng, most), n) for _ in range(n)],
            [path(walk(words, rng, most + 1), n) for _ in range(n)])


def below(n, rng):
    """Every path lies below a route."""
    words = vocabulary(n, rng)
    routes = [walk(words, rng, 3) for _ in range(n)]
    return ([path(route, n) for route in routes],
            [path(rng.choice(routes) + walk(words, rng, 2), n) for _ in range(n)])


def root(n, rng):
    """The route / is there once, somewhere, and few others."""
    words = vocabulary(n, rng)
    routes = [path(walk(words, rng) or ["a"], n) for _ in range(n)]
    routes[rng.randrange(n)] = "/"
    return routes, [path(walk(words + ["other"], rng), n) for _ in range(n)]


def no_root(n, rng):
    """The path / is asked for, and the route / is not there."""
    words = vocabulary(n, rng)
    paths = [path(walk(words + ["other"], rng), n) for _ in range(n)]
    paths[rng.randrange(n)] = "/"
    return [path([rng.choice(words)] + walk(words, rng, 2), n) for _ in range(n)], paths


def twice(n, rng):
    """Few different routes, each many times."""
    words = vocabulary(n, rng)
    pool = [path(walk(words, rng, 3), n) for _ in range(max(1, n // 3))]
    return ([rng.choice(pool) for _ in range(n)],
            [path([rng.choice(pool).lstrip("/") or rng.choice(words)] + walk(words, rng, 1), n) for _ in range(n)])


def boundary(n, rng):
    """Names that begin like others: characters match further than segments."""
    stems = ["a", "ap", "api", "apis", "api-v2", "api.v2", "api_v2", "api2"]
    routes = [path([rng.choice(stems) for _ in range(rng.randint(1, 3))], n) for _ in range(n)]
    paths = []
    for _ in range(n):
        text = rng.choice(routes)
        if len(text) + 1 < limit(n):
            text += rng.choice(["x", "-", ".", "_", "0", "s", "/s", "/a", ""])
        paths.append(text)
    return routes, paths


def gaps(n, rng):
    """Long routes below short ones, without routes for the segments in between."""
    words = vocabulary(n, rng) + ["c"]
    routes, paths = [], []
    while len(routes) < n:
        way = [rng.choice(words) for _ in range(4)]
        routes += [path(way[:1], n), path(way, n)]
        paths += [path(way[:rng.randint(1, 4)] + walk(words, rng, 1), n), path(way + walk(words, rng, 1), n)]
    return routes[:n], paths[:n]


def case(n, rng):
    """Upper and lower case."""
    words = ["api", "Api", "API", "aPI"]
    return ([path(walk(words, rng, 3), n) for _ in range(n)], [path(walk(words, rng), n) for _ in range(n)])


def members(n, rng):
    """Names that every object of JavaScript has."""
    few = ["users"] + rng.sample(MEMBERS, 3)
    routes = [path([rng.choice(few)] + walk(["users", "name"], rng, 2), n) for _ in range(n)]
    return routes, [path(walk(MEMBERS + ["users"], rng, 3), n) for _ in range(n)]


def siblings(n, rng):
    """All routes are beside each other; hardly a path goes to one of them, and most sort behind nearly all."""
    routes = [f"/svc/n{i}" for i in rng.sample(range(100_000, 900_000), n)]
    paths = [f"/svc/n{rng.randint(800_000, 999_999)}/x" for _ in range(n)]
    if n > 1:
        routes[-1] = "/svc"
        paths[0] = routes[0] + "/x"
    return routes, paths


def uncovered(n, rng):
    """No route covers anything: routes and paths differ in the last characters of a segment only."""
    return ([f"/service-{i:06}0/a" for i in range(n)],
            [f"/service-{rng.randrange(n):06}1/a" for _ in range(n)])


def deep(n, rng):
    """Routes of one character a segment, as deep as they can be; a path has as many prefixes."""
    most = limit(n) // 2
    spine = [rng.choice("ab") for _ in range(most)]
    routes = [path(spine[:most - i if i < most else rng.randint(1, most)], n) for i in range(n)]
    rng.shuffle(routes)
    paths = []
    for _ in range(n):
        way = spine[:rng.randint(max(1, most - 3), most)] if rng.random() < 0.5 else list(spine)
        if rng.random() < 0.5:
            way[rng.randrange(len(way))] = "c"
        paths.append(path(way, n))
    return routes, paths


def below_deep(n, rng):
    """Deep paths, of which only the first segment is a route."""
    routes = [path([f"{i:x}"], n) for i in rng.sample(range(16 * n), n)]
    most = limit(n)
    return routes, [(rng.choice(routes) + "/a" * most)[:most // 2 * 2].rstrip("/") for _ in range(n)]


def longest(n, rng):
    """Segments as long as they can be."""
    most = limit(n) - 1
    letters = "Az09._-"
    pool = ["".join(rng.choice(letters) for _ in range(most)) for _ in range(max(1, n // 3))]
    routes = ["/" + rng.choice(pool) for _ in range(n)]
    return routes, ["/" + (rng.choice(pool) if rng.random() < 0.7 else rng.choice(pool)[:-1]) for _ in range(n)]


def slashes(n, rng):
    """Only / on both sides, or nearly."""
    return ["/"] * n, ["/"] * (n - 1) + [rng.choice(["/", "/a"])]


FAMILIES = {
    "random": some, "below": below, "root": root, "noroot": no_root, "twice": twice, "boundary": boundary,
    "gaps": gaps, "case": case, "members": members, "siblings": siblings, "uncovered": uncovered,
    "deep": deep, "shallow": below_deep, "longest": longest, "slashes": slashes,
}


def main():
    try:
        family, size, seed = sys.argv[1:]
        make = FAMILIES[family]
        n = int(size)
        if not 1 <= n <= MAX_N:
            raise ValueError
    except (KeyError, ValueError):
        print(f"usage: generate.py {'|'.join(FAMILIES)} SIZE(1..{MAX_N}) SEED", file=sys.stderr)
        sys.exit(2)
    for strings in make(n, random.Random(f"{family} {n if int(seed) < 1000 else ''} {seed}")):
        print(len(strings), *(f'"{text}"' for text in strings), sep="\n")


if __name__ == "__main__":
    main()
