#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of containers."""
import random
import sys

MAX_N = 7_000
MAX_MEMORY = 10**9
MAX_QUOTA = 2 * 10**9


def any_amounts(n, rng):
    """Amounts of about n; about half of the groups fit."""
    top = rng.randint(2, n + 5)
    return [rng.randint(1, top) for _ in range(n)], rng.randint(3, max(3, 2 * top))


def equal(n, rng):
    """All take the same, and three of them meet the quota exactly."""
    amount = rng.randint(1, 10**8)
    return [amount] * n, 3 * amount


def just_above(n, rng):
    """All take the same, and three of them are one above the quota."""
    amount = rng.randint(1, 10**8)
    return [amount] * n, 3 * amount - 1


def all_fit(n, rng):
    return rng.sample(range(1, 10**6 + n), n), MAX_QUOTA


def none_fits(n, rng):
    amounts = [rng.randint(10**6, 6 * 10**8) for _ in range(n)]
    return amounts, max(1, sum(sorted(amounts)[:3]) - 1) if n > 2 else 1


def one_fits(n, rng):
    """Only the three smallest, if they are no more than that."""
    amounts = rng.sample(range(10**5, 5 * 10**8), n)
    return amounts, min(MAX_QUOTA, sum(sorted(amounts)[:3]))


def repeated(n, rng):
    """A few amounts, again and again: groups of equal amounts are different groups."""
    amounts = rng.sample(range(1, 12), 4)
    return [rng.choice(amounts) for _ in range(n)], sum(rng.choice(amounts) for _ in range(3))


def exact(n, rng):
    """Many groups meet the quota exactly."""
    return [10 * rng.randint(1, 6) for _ in range(n)], 10 * rng.randint(6, 12)


def heavy(n, rng):
    """Three take more than 2^31 - 1, mostly, as do some pairs with a third."""
    amounts = [rng.randint(650_000_000, MAX_MEMORY) for _ in range(n)]
    return amounts, MAX_QUOTA


def heaviest(n, rng):
    """The largest amounts with some tiny ones, and the largest quota."""
    amounts = [MAX_MEMORY if rng.random() < 0.6 else rng.randint(1, 3) for _ in range(n)]
    return amounts, rng.choice([MAX_QUOTA, MAX_QUOTA, MAX_MEMORY])


def digits(n, rng):
    """Amounts with different numbers of digits: as text they sort otherwise."""
    amounts = [rng.randint(1, 9) * 10 ** rng.randint(0, 3) for _ in range(n)]
    return amounts, rng.choice([15, 120, 1_200, 9_000])


def rising(n, rng):
    return sorted(rng.randint(1, 10**6) for _ in range(n)), 1_500_000


def falling(n, rng):
    return sorted((rng.randint(1, 10**6) for _ in range(n)), reverse=True), 1_500_000


def tight(n, rng):
    """Most groups fit: a search that stops at the first that does not goes far all the same."""
    return [rng.randint(1, 10**6) for _ in range(n)], 2_600_000


def middle(n, rng):
    """Any two of the light ones leave room for all but the heaviest quarter: the border is far from both
    ends of the order."""
    light, heaviest = 2 * n // 3, n // 4
    amounts = [rng.randint(1, 1_000) for _ in range(light)]
    amounts += [rng.randint(1_000, 2_000) for _ in range(n - light - heaviest)]
    amounts += [rng.randint(6_000, 9_000) for _ in range(heaviest)]
    rng.shuffle(amounts)
    return amounts, 4_000


def two_kinds(n, rng):
    """Light and heavy ones: one heavy one fits with two light ones, two heavy ones do not."""
    amounts = [rng.choice([rng.randint(1, 50), 1_000 + rng.randint(0, 50)]) for _ in range(n)]
    return amounts, rng.choice([1_060, 1_100, 2_040])


FAMILIES = {
    "random": any_amounts,
    "equal": equal,
    "above": just_above,
    "fit": all_fit,
    "none": none_fits,
    "onefits": one_fits,
    "repeated": repeated,
    "exact": exact,
    "heavy": heavy,
    "heaviest": heaviest,
    "digits": digits,
    "rising": rising,
    "falling": falling,
    "tight": tight,
    "kinds": two_kinds,
    "middle": middle,
}


def fail(reason):
    print(reason, file=sys.stderr)
    sys.exit(2)


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        fail(f"usage: generate.py FAMILY SIZE SEED; families: {', '.join(FAMILIES)}")
    family, size, seed = sys.argv[1:]
    if not size.isdecimal() or not 1 <= int(size) <= MAX_N:
        fail(f"SIZE is from 1 to {MAX_N}")
    amounts, quota = FAMILIES[family](int(size),
                                      random.Random(f"{family} {int(size) if int(seed) < 1000 else ''} {seed}"))
    print(len(amounts))
    print(" ".join(map(str, amounts)))
    print(quota)


if __name__ == "__main__":
    main()
