#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED. A size is the number of calls."""
import random
import sys

MAX_CALLS = 100_000
MAX_TIME = 10**9

# A tree is a list of calls [time, left, right] with the positions of children, or None; the root is
# the first.


def any_shape(n, rng):
    """Each call is put into a free place that is drawn from all."""
    tree = [[0, None, None] for _ in range(n)]
    free = [(0, 1), (0, 2)]
    for i in range(1, n):
        at = rng.randrange(len(free))
        free[at], free[-1] = free[-1], free[at]
        parent, side = free.pop()
        tree[parent][side] = i
        free += [(i, 1), (i, 2)]
    return tree


def full_shape(n):
    """Level by level, from the left."""
    return [[0, 2 * i + 1 if 2 * i + 1 < n else None, 2 * i + 2 if 2 * i + 2 < n else None]
            for i in range(n)]


def chain_shape(n, side):
    """Each call starts one other, on the side that side(i) gives."""
    tree = [[0, None, None] for _ in range(n)]
    for i in range(1, n):
        tree[i - 1][side(i)] = i
    return tree


def with_times(tree, time):
    for i, call in enumerate(tree):
        call[0] = time(i)
    return tree


def spread(n):
    """Small times for small trees, so that sums are equal or near 0."""
    return 5 if n <= 20 else 1000 if n <= 5000 else MAX_TIME


# ---- Families: function of size and random numbers ---------------------------------------------


def any_tree(n, rng):
    top = spread(n)
    return with_times(any_shape(n, rng), lambda i: rng.randint(-top, top))


def mostly_negative(n, rng):
    """A few calls with a positive time: is it worth going over what lies between them?"""
    top = spread(n)
    return with_times(any_shape(n, rng), lambda i: rng.randint(1, top) if rng.random() < 0.2
                      else -rng.randint(0, max(1, top // 3)))


def all_negative(n, rng):
    top = spread(n)
    return with_times(any_shape(n, rng), lambda i: -rng.randint(1, top))


def zeros(n, rng):
    return any_shape(n, rng)


def full(n, rng):
    top = spread(n)
    return with_times(full_shape(n), lambda i: rng.randint(-top, top))


def all_largest(n, rng):
    """The largest times in a chain: the sum is as large as it can be."""
    return with_times(chain_shape(n, lambda i: 1), lambda i: MAX_TIME)


def all_smallest(n, rng):
    """The smallest times: sums of them leave 32 bits at the other end."""
    return with_times(full_shape(n), lambda i: -MAX_TIME)


def left_chain(n, rng):
    top = spread(n)
    return with_times(chain_shape(n, lambda i: 1), lambda i: rng.randint(-top, top))


def right_chain(n, rng):
    top = spread(n)
    return with_times(chain_shape(n, lambda i: 2), lambda i: rng.randint(-top, top))


def zigzag(n, rng):
    top = spread(n)
    return with_times(chain_shape(n, lambda i: 1 + i % 2), lambda i: rng.randint(-top // 2, top))


def saw(n, rng):
    """A chain in which every other time is negative, and takes nearly all that the one before it gave: a way
    down that starts at any positive time goes on gaining, slowly, and bounds on what it may gain are far off."""
    top = spread(n)
    tree = chain_shape(n, lambda i: 1 + i // 3 % 2)
    return with_times(tree, lambda i: -top * rng.randint(80, 89) // 100 if i % 2
                      else top * rng.randint(90, 100) // 100)


def two_chains(n, rng):
    """Two chains of positive times below the root, with a root that costs much, or does not."""
    tree = [[0, None, None] for _ in range(n)]
    half = n // 2
    for i in range(1, n):
        tree[0 if i in (1, half + 1) else i - 1][1 if i <= half else 2] = i
    top = spread(n)
    total = top * n // 4
    with_times(tree, lambda i: rng.randint(0, top))
    tree[0][0] = max(-MAX_TIME, rng.choice([-total, -total // 3, top, -top]))
    return tree


def comb(n, rng):
    """A chain whose calls start a leaf each: a fork at every call must not be handed up."""
    tree = [[0, None, None] for _ in range(n)]
    for i in range(1, n):
        if i % 2:
            tree[i - 1][1 + i // 2 % 2] = i
        else:
            tree[i - 2][2 - (i - 1) // 2 % 2] = i
    top = spread(n)
    return with_times(tree, lambda i: rng.randint(1, top))


def below(n, rng):
    """The best path lies deep in one branch, and what leads up to it costs more than it gains."""
    top = spread(n)
    tree = any_shape(n, rng)
    return with_times(tree, lambda i: -top if i < n // 3 else rng.randint(-top // 4, top))


FAMILIES = {
    "random": any_tree, "mostly": mostly_negative, "negative": all_negative, "zeros": zeros,
    "full": full, "largest": all_largest, "smallest": all_smallest, "left": left_chain,
    "right": right_chain, "zigzag": zigzag, "saw": saw, "two": two_chains, "comb": comb, "below": below,
}


def tokens_of(tree):
    """Level by level, with null for a missing child, and none at the end."""
    tokens, level = [], [0]
    while level:
        tokens += ["null" if i is None else str(tree[i][0]) for i in level]
        level = [child for i in level if i is not None for child in tree[i][1:]]
    while tokens[-1] == "null":
        tokens.pop()
    return tokens


def main():
    try:
        family, size, seed = sys.argv[1:]
        make, size = FAMILIES[family], int(size)
    except (KeyError, ValueError):
        print("usage: generate.py FAMILY SIZE SEED, with one of " + ", ".join(FAMILIES),
              file=sys.stderr)
        return 2
    if not 1 <= size <= MAX_CALLS:
        print(f"generate.py: a size is from 1 to {MAX_CALLS}", file=sys.stderr)
        return 2
    tokens = tokens_of(make(size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}")))
    print(len(tokens))
    print(" ".join(tokens))
    return 0


if __name__ == "__main__":
    sys.exit(main())
