#!/usr/bin/env python3
"""generate.py FAMILY SIZE SEED prints one input; SIZE is the number of lines of the longer configuration. For
random also SEED M, the number of lines of the other one."""
import random
import sys

MAX_LINES = 2000
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MEMBERS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__",
           "prototype", "length", "null", "undefined"]


def shuffled(rng, one, other):
    """The two configurations, in either order."""
    return (one, other) if rng.random() < 0.5 else (other, one)


def word(rng, low=3, high=8):
    return "".join(rng.choice(LETTERS) for _ in range(rng.randint(low, high)))


def setting(rng):
    return " " * rng.choice([0, 0, 2, 4]) + word(rng) + rng.choice([" ", " = ", ": "]) + word(rng, 1, 20)


def changed(rng, lines, share, make):
    """A copy of the lines with edits at a share of them, not longer than MAX_LINES."""
    result = []
    for line in lines:
        if rng.random() >= share:
            result.append(line)
            continue
        kind = rng.randrange(3)
        if kind == 0:
            result.append(make(rng))
        elif kind == 1:
            result += [line, make(rng)]
    return result[:len(lines)]


def any_lines(n, rng, m=None):
    """Few different lines, so that many of them are equal."""
    few = LETTERS[:rng.randint(2, 5)]
    return shuffled(rng, rng.choices(few, k=n),
                    rng.choices(few, k=m or rng.randint((n + 1) // 2, n)))


def many_lines(n, rng):
    """About as many different lines as there are lines."""
    words = [setting(rng) for _ in range(max(2, n // 3))]
    return shuffled(rng, rng.choices(words, k=n), rng.choices(words, k=rng.randint((n + 1) // 2, n)))


def edited(n, rng):
    lines = [setting(rng) for _ in range(n)]
    return shuffled(rng, lines, changed(rng, lines, 0.15, setting))


def mixed(n, rng):
    """Half of the lines are the same few everywhere (ends of blocks), and there are edits."""
    lines = [rng.choice(["}", "", "  }"]) if rng.random() < 0.5 else setting(rng) for _ in range(n)]
    return shuffled(rng, lines, changed(rng, lines, 0.4, lambda r: r.choice(["}", "", setting(r)])))


def shifted(n, rng):
    """A line in front is gone, and one at the end is new."""
    lines = [word(rng, 2, 4) for _ in range(n)]
    return lines, lines[1:] + [word(rng, 5, 6)]


def different(n, rng):
    """No line of the one is in the other."""
    one = ["a" + word(rng) for _ in range(n)]
    return shuffled(rng, one, ["b" + word(rng) for _ in range(rng.randint((n + 1) // 2, n))])


def empty(n, rng):
    return shuffled(rng, [setting(rng) for _ in range(n)], [])


def equal(n, rng):
    lines = [setting(rng) for _ in range(n)]
    return lines, lines


def same_line(n, rng):
    """One line again and again, more often in the one."""
    return shuffled(rng, ["#"] * n, ["#"] * rng.randint(1, n))


def blanks(n, rng):
    """Lines that differ only in blanks and case, and empty ones."""
    variants = ["", " ", "Port 22", "port 22", " port 22", "port 22 ", "port  22", "PORT 22", "port 2"]
    lines = [rng.choice(variants) for _ in range(n)]
    return shuffled(rng, lines, changed(rng, lines, 0.5, lambda r: r.choice(variants)))


def members(n, rng):
    """Names of object members as lines."""
    lines = [rng.choice(MEMBERS) for _ in range(n)]
    return shuffled(rng, lines, changed(rng, lines, 0.5, lambda r: r.choice(MEMBERS)))


def reversed_lines(n, rng):
    lines = [word(rng, 3, 3) for _ in range(n)]
    return lines, lines[::-1]


def moved(n, rng):
    """Blocks change places: the longest block stays, the others are deleted and inserted."""
    lines = [setting(rng) for _ in range(n)]
    cut = rng.randint(0, n - 1)
    return lines, lines[cut:] + lines[:cut]


def lure(n, rng):
    """The first line of the one comes late in the other: skipping there costs everything between."""
    body = [word(rng) for _ in range(max(0, n - 2))]
    first = word(rng, 2, 2)
    return shuffled(rng, ([first] + body)[:n], (body + [first, word(rng, 9, 9)])[:n])


def far(n, rng):
    """Nearly half of the lines are gone in front and as many new ones are at the end: lines that stay
    are as far from their old places as can be worth it."""
    lines = [setting(rng) for _ in range(n)]
    gone = max(1, n // 2 - 1 - n // 50)
    return shuffled(rng, lines, lines[gone:] + ["new " + word(rng) for _ in range(gone)])


def long_lines(n, rng):
    """Lines of 60 characters that differ in the last ones."""
    start = "".join(rng.choice(LETTERS + "/._-=:") for _ in range(58))
    lines = [start + rng.choice("0123456789") + rng.choice("01") for _ in range(n)]
    other = [start + rng.choice("0123456789") + rng.choice("01") for _ in range(n)]
    return lines, other


def thinned(n, rng):
    """The one has some lines of the other, in their order."""
    lines = [rng.choice(LETTERS) + rng.choice(LETTERS) for _ in range(n)]
    return shuffled(rng, lines, [line for line in lines if rng.random() < 0.5])


FAMILIES = {
    "random": any_lines, "many": many_lines, "edited": edited, "mixed": mixed, "shifted": shifted,
    "different": different, "empty": empty, "equal": equal, "same": same_line, "blanks": blanks,
    "members": members, "reversed": reversed_lines, "moved": moved, "lure": lure,
    "long": long_lines, "thinned": thinned, "far": far,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) not in (3, 4) or arguments[0] not in FAMILIES or not arguments[1].isdecimal()
            or not 1 <= int(arguments[1]) <= MAX_LINES or not arguments[2].isdecimal()
            or arguments[3:] and (arguments[0] != "random" or not arguments[3].isdecimal()
                                  or not 1 <= int(arguments[3]) <= MAX_LINES)):
        print(f"usage: generate.py FAMILY SIZE SEED, FAMILY one of {' '.join(FAMILIES)}, "
              f"SIZE from 1 to {MAX_LINES}; random SIZE SEED M, M likewise", file=sys.stderr)
        return 2
    family, size, seed = arguments[0], int(arguments[1]), int(arguments[2])
    for lines in FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"),
                                  *map(int, arguments[3:])):
        print(len(lines))
        for line in lines:
            print(f'"{line}"')
    return 0


if __name__ == "__main__":
    sys.exit(main())
