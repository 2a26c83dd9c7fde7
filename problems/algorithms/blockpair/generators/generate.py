#!/usr/bin/env python3
"""Inputs by family, size and seed; without arguments, writes data/ of this package."""
import pathlib
import random
import shutil
import sys

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
MAX_SIZE = 10**9

# ---- Families: name -> (function of size and random numbers, what it is for) -------------------


def any_sizes(n, rng):
    top = max(2, 3 * n)
    return [rng.randint(1, top) for _ in range(n)], rng.randint(2, top)


def no_pair(n, rng):
    """All sizes are 1 modulo 3 and the block is 0: no two of them fill it."""
    return [3 * rng.randrange(300_000) + 1 for _ in range(n)], 3 * rng.randint(1, 600_000)


def late_pair(n, rng):
    """As above, but the last segment is the partner of the first."""
    sizes, block = no_pair(n, rng)
    block = sizes[0] + 3 * rng.randint(1, 300_000) + 2
    while block % 3:
        block += 1
    return sizes[:-1] + [block - sizes[0]], block


def same_sizes(n, rng):
    """Sizes from a handful, so that the partner stands in many places before the pair is complete."""
    size = rng.randint(10, 99)
    sizes = [rng.choice([size, size + 1, size + 3]) for _ in range(n - 1)]
    return sizes + [1000], 1000 + size


def one_half(n, rng):
    """One segment is half of the block, and nothing else pairs up."""
    half = 3 * rng.randint(10**6, 10**8) + 1
    sizes = [3 * rng.randrange(10**8) + 3 for _ in range(n)]
    sizes[rng.randrange(n)] = half
    return sizes, 2 * half


def two_halves(n, rng):
    """Two segments are half of the block each."""
    sizes, block = one_half(n, rng)
    sizes[-1] = sizes[0] = block // 2
    return sizes, block


def all_equal(n, rng):
    size = rng.randint(1, 10**5)
    return [size] * n, 2 * size - 1


def largest(n, rng):
    sizes = [MAX_SIZE - 2 * rng.randint(1, 10**6) for _ in range(n)]
    sizes[n // 2] = sizes[-1] = MAX_SIZE
    return sizes, 2 * MAX_SIZE


def several_pairs(n, rng):
    """Pairs around each other: the one that starts first is complete last."""
    block = 2 * 10**6
    first = rng.sample(range(1, 10**6), n // 2)
    return first + [block - size for size in reversed(first)] + [block + 1] * (n % 2), block


def rising(n, rng):
    """Sorted, and all too small."""
    return sorted(rng.randint(1, 10**6) for _ in range(n)), 2 * 10**9


def colliding(n, rng):
    """A part of the sizes falls into one bucket of a table with 85229 of them, as libstdc++ has for
    between 42043 and 85229 different keys. Mild: such a table still passes."""
    multiples = [85229 * (i + 1) for i in range(2_000)]
    filler = [3 * i + 10**8 for i in range(max(0, min(n - 2_000, 45_000)))]
    sizes = filler + multiples
    sizes += [rng.choice(multiples) for _ in range(n - len(sizes))]
    return sizes[:n], 2_000_000_000 // 85229 * 85229


FAMILIES = {
    "random": (any_sizes, "sizes of about n, so that a pair is likely"),
    "nopair": (no_pair, "no two fill the block: every pair would have to be tried"),
    "late": (late_pair, "only the first and the last segment fill the block"),
    "same": (same_sizes, "the partner stands in many places: the first counts"),
    "half": (one_half, "a segment that is half of the block must not be used twice"),
    "halves": (two_halves, "two segments that are half of the block each"),
    "equal": (all_equal, "all segments are equal, and nothing fits"),
    "largest": (largest, "the largest sizes and block"),
    "several": (several_pairs, "many pairs, of which the innermost is complete first"),
    "rising": (rising, "sorted sizes, the block out of reach"),
    "collide": (colliding, "sizes in one bucket of a table with identity hashes, mildly"),
}

# ---- Tests: (family, size, seed) ---------------------------------------------------------------

TESTS = [
    ("random", 1, 1), ("random", 2, 2), ("random", 3, 3), ("random", 10, 4), ("random", 60, 5),
    ("random", 1_000, 6), ("half", 1, 1), ("half", 5, 2), ("half", 1_000, 3), ("halves", 2, 1),
    ("halves", 500, 2), ("same", 4, 1), ("same", 30, 2), ("same", 5_000, 3), ("several", 6, 1),
    ("several", 301, 2), ("several", 100_000, 3), ("equal", 4, 1), ("equal", 100_000, 2),
    ("largest", 7, 1), ("largest", 20_000, 2), ("rising", 100_000, 1), ("collide", 50_000, 1),
    ("nopair", 50, 1), ("nopair", 100_000, 2), ("late", 8, 1), ("late", 100_000, 2),
]
SAMPLES = [([5, 3, 9, 3, 11], 14), ([4, 7, 4, 6, 10], 10), ([6, 1, 2], 12)]
INVALID = {
    "no-segments": "0\n\n5\n",
    "one-missing": "2\n1\n5\n",
    "one-too-many": "1\n1 2\n5\n",
    "leading-zero": "1\n01\n5\n",
    "trailing-space": "1\n1 \n5\n",
    "two-spaces": "2\n1  2\n5\n",
    "size-zero": "1\n0\n5\n",
    "size-negative": "1\n-3\n5\n",
    "size-too-large": "1\n1000000001\n5\n",
    "block-zero": "1\n1\n0\n",
    "block-too-large": "1\n1\n2000000001\n",
    "block-missing": "1\n1\n",
    "fourth-line": "1\n1\n5\n\n",
    "no-last-newline": "1\n1\n5",
}


def reference(sizes, block):
    """By sorting, other than the submissions do it."""
    order = sorted(range(len(sizes)), key=lambda i: (sizes[i], i))
    first = {}
    for i in reversed(order):
        first[sizes[i]] = i
    found = [(j, first[block - size]) for j, size in enumerate(sizes)
             if first.get(block - size, j) < j]
    if not found:
        return []
    j, i = min(found)
    return [i, j]


# ---- Writing -----------------------------------------------------------------------------------


def text(sizes, block):
    return f"{len(sizes)}\n{' '.join(map(str, sizes))}\n{block}\n"


def make(family, size, seed):
    return FAMILIES[family][0](size, random.Random(f"{family} {size} {seed}"))


def write(folder, name, sizes, block, description=None):
    base = DATA / folder / name
    result = reference(sizes, block)
    base.with_suffix(".in").write_text(text(sizes, block))
    base.with_suffix(".ans").write_text(f"{len(result)}\n{' '.join(map(str, result))}\n")
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
              f"n = {size}: {FAMILIES[family][1]}")
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
