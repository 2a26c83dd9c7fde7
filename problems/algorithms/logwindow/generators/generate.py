#!/usr/bin/env python3
"""Writes data/ of this package, or, with FAMILY SIZE SEED, prints one input."""
import pathlib
import random
import shutil
import sys

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
MAX_N = 400_000
FILE_N = 150_000  # in tests that are files; made.yaml has larger ones


def reference(k, names):
    """For each end, the first possible start. It never moves back, so `last` suffices."""
    last = {}  # service -> its latest line; kept in the order of those lines
    start, best = 0, (0, 0)
    for line, name in enumerate(names):
        last.pop(name, None)
        last[name] = line
        if len(last) > k:
            oldest = next(iter(last))
            start = last.pop(oldest) + 1
        if line - start + 1 > best[1]:
            best = (start + 1, line - start + 1)
    return best


def text(k, names):
    return f"{len(names)} {k}\n" + "".join(name + "\n" for name in names)


def write(folder, name, k, names, description=None):
    base = DATA / folder / name
    base.with_suffix(".in").write_text(text(k, names))
    first, count = reference(k, names)
    base.with_suffix(".ans").write_text(f"{first} {count}\n")
    if description:
        base.with_suffix(".yaml").write_text(f"description: {description}\n")


def short_names(count):
    """The `count` shortest names of letters, of at most four."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = list(letters)
    names += [a + b for a in letters for b in letters]
    names += [a + b + c for a in letters for b in letters for c in letters]
    if count > len(names):
        names += [a + name for a in letters for name in names if len(name) == 3]
    return names[:count]


# ---- Families of inputs of any size ------------------------------------------------------------


def any_lines(n, rng):
    names = short_names(rng.randint(1, min(n, 18_000) + 2))
    return rng.randint(1, n), rng.choices(names, k=n)


def runs(n, rng):
    names = short_names(6)
    lines = []
    while len(lines) < n:
        lines += [rng.choice(names)] * rng.randint(1, 4)
    return rng.randint(1, min(n, 4)), lines[:n]


def comebacks(n, rng):
    names = short_names(5)
    lines = [rng.choice(names[:2] if rng.random() < 0.7 else names) for _ in range(n)]
    return rng.randint(1, min(n, 3)), lines


def turns(n, rng):
    """Services write in turn, one more than there are colours, so that each line ends the oldest service."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    k = max(1, n // 2)
    names = set()
    while len(names) < k + 1:
        names.add(rng.choice(letters) + "".join(rng.choices(letters + "0123456789-", k=1 if n < 40 else 11)))
    names = sorted(names)
    rng.shuffle(names)
    return k, [names[i % (k + 1)] for i in range(n)]


def crowd(n, rng):
    """Very many services in any order, and colours for many of them."""
    names = short_names(max(2, n // 4))
    return max(1, n // 8), rng.choices(names, k=n)


def twins(n, rng):
    """Names for which a hash of h * 31 + c is the same."""
    names = ["".join(rng.choice(["c0", "an"]) for _ in range(4)) for _ in range(n)]
    return rng.randint(1, min(n, 6)), names


def monologue(n, rng):
    """One service writes nearly everything: its lines in a block are more than 16 bits can count."""
    names = short_names(5)
    lines = [names[0]] * n
    for _ in range(6):
        lines[rng.randrange(n)] = rng.choice(names)
    return min(n, 3), lines


FAMILIES = {"random": any_lines, "runs": runs, "comebacks": comebacks, "turns": turns, "crowd": crowd,
            "twins": twins, "monologue": monologue}

# ---- The tests ---------------------------------------------------------------------------------


def samples():
    write("sample", "1", 2, "mail auth cart auth auth cart cart mail auth".split())
    write("sample", "2", 1, "api db api db".split())
    write("sample", "3", 4, "edge edge queue edge".split())


def secret(rng):
    few, many = short_names(26), short_names(18_000)
    tests = [
        ("one-line", 1, ["solo"], "The smallest log."),
        ("two-lines-same", 2, ["a", "a"], "More colours than services."),
        ("two-lines-different", 1, ["a", "b"], "Both blocks of one line are longest."),
        ("all-equal", 1, ["heartbeat"] * 500, "One service wrote everything."),
        ("all-different", 1, many[:500], "No block of two lines fits."),
        ("all-different-all-colours", 500, many[:500], "As many colours as services."),
        ("as-many-services-as-colours", 3, [few[i * i % 3] for i in range(400)],
         "The number of services is no more than k, so everything fits."),
        ("best-at-start", 2, ["a", "b"] * 40 + ["c", "d", "e"] * 30, "The first block is longest."),
        ("best-at-end", 2, ["c", "d", "e"] * 30 + ["a", "b"] * 40, "The last block is longest."),
        ("ties", 2, ["a", "b", "b", "c", "c", "a", "a", "b", "b", "c"] * 20,
         "Many longest blocks, of which the first counts."),
        ("service-comes-back", 2, ["a"] * 9 + ["b"] + ["a"] * 9 + ["c"] + ["a"] * 9 + ["b"] * 3,
         "A service that left the block returns; it must have been forgotten in between."),
        ("long-names", 3, ["gateway-eu-west1", "gateway-eu-west2", "gateway-eu-west3",
                           "gateway-eu-west4", "gateway"] * 3 + ["gateway", "gateway-"] * 9,
         "Names that differ only in their last character, or are the start of another."),
        ("random-small", 3, rng.choices(few[:6], k=60), "Random."),
        ("random-medium", 12, rng.choices(few, k=5_000), "Random, half of the services fit."),
        ("random-many-services", 900, rng.choices(many[:2_000], k=20_000),
         "Random, blocks of about a thousand lines."),
        ("large-few-services", 25, rng.choices(few[:25], k=FILE_N - 2) + ["z", "y"],
         "The largest log, of which nearly all fits: a block that is built anew for every start "
         "costs n lines each time."),
        ("large-many-services", 9_000, rng.choices(many, k=FILE_N),
         "The largest log with many services: counting services anew for every line is too slow."),
        ("large-one-colour", 1, [few[i // 300 % 26] for i in range(FILE_N)],
         "The largest log with one colour; 500 blocks are longest."),
        ("random-runs", 4, runs(5_000, random.Random(19))[1],
         "Services write several lines in a row."),
        ("random-comebacks", 3, comebacks(5_000, random.Random(20))[1],
         "A few services leave the block and return to it again and again."),
        ("large-in-turn", FILE_N // 2, (short_names(FILE_N // 2 + 1) * 2)[:FILE_N],
         "Services write in turn, one more than there are colours: a block that is built anew for every "
         "start, or walked back for every end, has n / 2 lines each time."),
    ]
    for number, (name, k, names, description) in enumerate(tests, 1):
        write("secret", f"{number:02}-{name}", k, names, f'"{description}"')


def invalid():
    faults = {
        "no-lines": "0 1\n",
        "k-zero": "1 0\na\n",
        "k-above-n": "1 2\na\n",
        "line-missing": "2 1\na\n",
        "line-too-many": "1 1\na\nb\n",
        "leading-zero": "01 1\na\n",
        "trailing-space": "1 1 \na\n",
        "uppercase": "1 1\nAuth\n",
        "starts-with-digit": "1 1\n3d\n",
        "name-too-long": "1 1\nabcdefghijklmnopq\n",
        "name-empty": "1 1\n\n",
        "no-last-newline": "1 1\na",
    }
    for name, content in faults.items():
        (DATA / "invalid_input" / f"{name}.in").write_text(content)


def write_data():
    for folder in ("sample", "secret", "invalid_input"):
        shutil.rmtree(DATA / folder, ignore_errors=True)
        (DATA / folder).mkdir(parents=True)
    samples()
    secret(random.Random(20_250_901))
    invalid()


def main():
    if len(sys.argv) == 1:
        write_data()
    elif len(sys.argv) == 4 and sys.argv[1] in FAMILIES:
        rng = random.Random(" ".join(sys.argv[1:] if int(sys.argv[3]) < 1000 else sys.argv[1:4:2]))
        print(text(*FAMILIES[sys.argv[1]](int(sys.argv[2]), rng)), end="")
    else:
        sys.exit(f"usage: generate.py [FAMILY SIZE SEED], with one of {', '.join(FAMILIES)}")


if __name__ == "__main__":
    main()
