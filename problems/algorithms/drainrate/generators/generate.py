#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of queues."""
import random
import sys

MAX_N = 100_000
MAX_MESSAGES = 10**9
MAX_HOURS = 10**15
SMALL = 24  # up to this size, queues are small, too


def hours_at(queues, rate):
    return sum((messages + rate - 1) // rate for messages in queues)


def messages_of(n, rng):
    """Small where n is small; from all that is possible else."""
    top = 4 * n + 6 if n <= SMALL else MAX_MESSAGES
    return [rng.randint(1, top) for _ in range(n)]


def any_queues(n, rng):
    queues = messages_of(n, rng)
    return queues, rng.randint(max(1, n - 1), 4 * n + 2)


def exact(n, rng):
    """A certain rate takes exactly all of the hours."""
    queues = messages_of(n, rng)
    return queues, hours_at(queues, rng.randint(1, max(queues)))


def one_short(n, rng):
    """As exact, but for one hour: the rate has to be a little higher."""
    queues, hours = exact(n, rng)
    return queues, max(n, hours - 1)


def too_many(n, rng):
    """One hour less than queues, if there is more than one."""
    return messages_of(n, rng), max(1, n - 1)


def just_enough(n, rng):
    """As many hours as queues: the largest queue is the answer."""
    return messages_of(n, rng), n


def one_large(n, rng):
    """All queues are small but one, and there are few hours: the answer is far above the average."""
    queues = [rng.randint(1, 3) for _ in range(n)]
    queues[rng.randrange(n)] = 30 * n if n <= SMALL else MAX_MESSAGES - rng.randint(0, 9)
    return queues, n + rng.randint(0, 2)


def spare(n, rng):
    """At least as many hours as messages: rate 1."""
    queues = messages_of(n, rng)
    return queues, sum(queues) + rng.randint(0, 2) * n


def slow_rate(n, rng):
    """Rates around 10: far below the largest queue."""
    queues = messages_of(n, rng)
    return queues, hours_at(queues, rng.randint(2, 20))


def largest(n):
    return 8 * n + 20 if n <= SMALL else MAX_MESSAGES


def near_largest(n, rng):
    return [largest(n) - rng.randint(0, 9) for _ in range(n)]


def many_hours(n, rng):
    """Large queues, and more hours than 32 bits hold, but few enough for a rate of some thousands."""
    queues = near_largest(n, rng)
    rate = rng.randint(1, 9) if n <= SMALL else rng.randint(2_000, 20_000)
    return queues, hours_at(queues, rate) + rng.randint(0, n)


def wrapping(n, rng):
    """The hours leave 32 bits at rates that are looked at on the way to the answer."""
    return near_largest(n, rng), (rng.randint(1, 9) if n <= SMALL else rng.randint(10_000, 20_000)) * n


def rests(n, rng):
    """Each queue is one more than a multiple of the rate: rounding down saves an hour each."""
    rate = rng.randint(2, 9) if n <= SMALL else rng.randint(1_000, 100_000)
    queues = [rate * rng.randint(1, 9) + 1 for _ in range(n)]
    return queues, hours_at(queues, rate)


def multiples(n, rng):
    """Each queue is a multiple of the rate."""
    rate = rng.randint(2, 9) if n <= SMALL else rng.randint(1_000, 100_000)
    queues = [rate * rng.randint(1, 9) for _ in range(n)]
    return queues, hours_at(queues, rate)


def equal(n, rng):
    messages = rng.randint(1, 40 if n <= SMALL else MAX_MESSAGES)
    return [messages] * n, rng.randint(n, 5 * n)


def ones(n, rng):
    return [1] * n, rng.randint(max(1, n - 1), n + 1)


def extremes(n, rng):
    """The smallest and the largest queues, and the smallest and the largest number of hours."""
    queues = [rng.choice([1, largest(n)]) for _ in range(n)]
    return queues, rng.choice([1, n, n + 1, 2 * n, 10**12, MAX_HOURS])


def no_end(n, rng):
    """As many hours as there may be."""
    return near_largest(n, rng), MAX_HOURS


FAMILIES = {
    "random": any_queues, "exact": exact, "short": one_short, "toomany": too_many,
    "enough": just_enough, "onelarge": one_large, "spare": spare, "slowrate": slow_rate,
    "manyhours": many_hours, "wrapping": wrapping, "rests": rests, "multiples": multiples,
    "equal": equal, "ones": ones, "extremes": extremes, "noend": no_end,
}


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES \
            or not all(argument.isascii() and argument.isdigit() for argument in sys.argv[2:]) \
            or not 1 <= int(sys.argv[2]) <= MAX_N:
        print(f"usage: generate.py FAMILY SIZE SEED; families: {' '.join(FAMILIES)}; "
              f"SIZE from 1 to {MAX_N}", file=sys.stderr)
        sys.exit(2)
    family, size, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    queues, hours = FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}"))
    print(f"{len(queues)}\n{' '.join(map(str, queues))}\n{hours}")


if __name__ == "__main__":
    main()
