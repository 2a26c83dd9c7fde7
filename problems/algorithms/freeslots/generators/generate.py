#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of bookings."""
import random
import sys

MAX_N = 150_000
MIN_TIME, MAX_TIME = -10**9, 10**9
MAX_HORIZON = 10**9


def any_bookings(n, rng):
    """Short ones all over the horizon and a little beyond it, so that about a third stays free."""
    horizon = rng.randint(n, 3 * n) + 5
    bookings = []
    for _ in range(n):
        start = rng.randint(-3, horizon + 2)
        bookings.append([start, start + rng.randint(1, 4)])
    return bookings, horizon, rng.randint(1, 3)


def apart(n, rng):
    """None touches another, so there are n + 1 slots of lengths around the one that is needed."""
    length = rng.randint(2, 9)
    bookings, at = [], 0
    for _ in range(n):
        start = at + length + rng.randint(-1, 2)
        at = start + rng.randint(1, 20)
        bookings.append([start, at])
    return bookings, at + length + rng.randint(-1, 1), length


def shuffled(n, rng):
    bookings, horizon, length = apart(n, rng)
    rng.shuffle(bookings)
    return bookings, horizon, length


def falling(n, rng):
    bookings, horizon, length = apart(n, rng)
    return bookings[::-1], horizon, length


def outwards(n, rng):
    """From the middle of the planned time to both of its ends."""
    bookings, horizon, length = apart(n, rng)
    return sorted(bookings, key=lambda booking: abs(booking[0] - horizon // 2)), horizon, length


def nested(n, rng):
    """Groups of a long booking with shorter ones inside, one of which starts or ends with it."""
    bookings, at = [], rng.randint(-5, 3)
    while len(bookings) < n:
        inside = rng.randint(1, 6)
        start, end = at, at + 4 * inside + 2
        group = [[start, end]]
        for _ in range(inside):
            low = rng.randint(start, end - 1)
            group.append([low, rng.randint(low + 1, end)])
        bookings += group
        at = end + rng.randint(0, 6)
    bookings = bookings[:n]
    rng.shuffle(bookings)
    return bookings, max(1, at - rng.randint(-3, 6)), 1


def covering(n, rng):
    """One booking over nearly everything, and many slots if it is not seen: it ends last."""
    bookings, horizon, length = apart(max(1, n - 1), rng)
    bookings.insert(rng.randrange(len(bookings) + 1), [rng.randint(0, length + 1), horizon - 1])
    return bookings[:n] if n > 1 else bookings[1:], horizon, length


def touching(n, rng):
    """Each starts where another ends, but for a gap now and then."""
    bookings, at = [], rng.randint(-4, 4)
    for _ in range(n):
        end = at + rng.randint(1, 3)
        bookings.append([at, end])
        at = end + (rng.random() < 0.2) * rng.randint(1, 3)
    horizon = max(3, at + rng.randint(-3, 3))
    rng.shuffle(bookings)
    return bookings, horizon, rng.randint(1, 2)


def staggered(n, rng):
    """Each overlaps the next, so that all are one after enough merging; a slot at either side."""
    bookings = [[3 * i + 5, 3 * i + 9] for i in range(n)]
    rng.shuffle(bookings)
    return bookings, 3 * n + 14, 5


def outside(n, rng):
    """Before, behind and over the borders of the planned time; few within."""
    horizon = rng.randint(6, 40)
    behind_from = horizon + rng.randint(-2, 4)
    bookings = []
    for _ in range(n):
        where = rng.randrange(4)
        if where == 0:
            end = rng.randint(-n, 2)
            bookings.append([end - rng.randint(1, 9), end])
        elif where < 3:
            start = behind_from + rng.randint(0, n)
            bookings.append([start, start + rng.randint(1, 9)])
        else:
            start = rng.randint(-2, 1)
            bookings.append([start, start + rng.randint(1, 4)])
    return bookings, horizon, rng.randint(1, 5)


def behind(n, rng):
    """All begin at the horizon or later: the whole of it is one slot."""
    horizon = rng.randint(1, 20)
    first = horizon + rng.randint(0, 3)
    starts = [first + rng.randint(0, 2 * n) for _ in range(n)]
    return [[s, s + rng.randint(1, 5)] for s in starts], horizon, horizon


def full(n, rng):
    """Everything is booked, to the last millisecond."""
    horizon = rng.randint(n, 3 * n)
    cuts = sorted(rng.sample(range(horizon + 1), n - 1)) if n > 1 else []
    borders = [-rng.randint(0, 2)] + cuts + [horizon + rng.randint(0, 2)]
    bookings = [[a, b] for a, b in zip(borders, borders[1:]) if a < b]
    while len(bookings) < n:
        bookings.append([0, 1])
    rng.shuffle(bookings)
    return bookings, horizon, 1


def equal(n, rng):
    """The same booking again and again."""
    horizon = rng.randint(5, 50)
    start = rng.randint(0, horizon - 2)
    end = rng.randint(start + 1, horizon)
    return [[start, end] for _ in range(n)], horizon, max(1, min(start, horizon - end))


def extremes(n, rng):
    """Times at both limits; some cross all of the planned time but its end."""
    bookings = []
    for i in range(n):
        where = (i + rng.randrange(2)) % 3
        if where == 0:
            bookings.append([MIN_TIME + rng.randint(0, 9), rng.choice([-1, 0, 1, 2]) * 10**8])
        elif where == 1:
            bookings.append([MAX_TIME - rng.randint(10, 10**8), MAX_TIME - rng.randint(0, 9)])
        else:
            start = rng.randint(0, MAX_TIME - 1)
            bookings.append([start, min(MAX_TIME, start + rng.randint(1, max(1, 10**9 // n)))])
    return bookings, MAX_HORIZON, rng.randint(1, max(1, 10**8 // n))


def wide(n, rng):
    """Some bookings anywhere in all of the time that there may be."""
    bookings = []
    for _ in range(n):
        start = rng.randint(MIN_TIME, MAX_TIME - 1)
        bookings.append([start, min(MAX_TIME, start + rng.randint(1, max(1, 2 * 10**9 // n)))])
    return bookings, MAX_HORIZON, max(1, 10**8 // n)


FAMILIES = {
    "random": any_bookings, "apart": apart, "shuffled": shuffled, "falling": falling,
    "outwards": outwards, "nested": nested, "covering": covering, "touching": touching,
    "staggered": staggered, "outside": outside, "behind": behind, "full": full, "equal": equal,
    "extremes": extremes, "wide": wide,
}


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES \
            or not all(argument.isascii() and argument.isdigit() for argument in sys.argv[2:]) \
            or not 1 <= int(sys.argv[2]) <= MAX_N:
        print(f"usage: generate.py FAMILY SIZE SEED; families: {' '.join(FAMILIES)}; "
              f"SIZE from 1 to {MAX_N}", file=sys.stderr)
        sys.exit(2)
    family, size, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    bookings, horizon, length = FAMILIES[family](size,
                                                 random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    lines = [str(len(bookings))]
    for start, end in bookings:
        lines += ["2", f"{start} {end}"]
    print("\n".join(lines + [str(horizon), str(length)]))


if __name__ == "__main__":
    main()
