#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of events; for rounds also SEED K,
the number of streams."""
import random
import sys

MAX_SIZE = 300_000
MAX_STREAMS = 100_000
LOW, HIGH = -2**31, 2**31 - 1


def dealt(times, k, rng):
    """The times dealt at random to k streams."""
    streams = [[] for _ in range(k)]
    for time in sorted(times):
        streams[rng.randrange(k)].append(time)
    return streams


def any_streams(n, rng):
    """A moderate number of streams, and times with some repeats."""
    k = rng.randint(1, max(2, min(n, 500)))
    return dealt([rng.randint(-n, n) for _ in range(n)], k, rng)


def one_stream(n, rng):
    return [sorted(rng.randint(-n, n) for _ in range(n))]


def only_empty(n, rng):
    return [[] for _ in range(min(n, MAX_STREAMS))]


def ties(n, rng):
    """A handful of different times, so that nearly every event ties with others."""
    k = rng.randint(2, max(3, min(n // 3, 300)))
    return dealt([rng.randint(0, 2) for _ in range(n)], k, rng)


def all_equal(n, rng):
    return dealt([rng.randint(-5, 5)] * n, min(MAX_STREAMS, max(1, n // 2)), rng)


def limits(n, rng):
    """The least and the greatest time, and some around zero: differences do not fit into 32 bits."""
    times = [rng.choice([LOW, LOW, LOW + 1, -1, 0, HIGH - 1, HIGH, HIGH]) for _ in range(n)]
    return dealt(times, max(2, min(n // 2, 2_000)), rng)


def gaps(n, rng):
    """Three streams of four are empty, the first and the last one too."""
    streams = [[]]
    for stream in dealt([rng.randint(0, 2 * n) for _ in range(n)],
                        max(1, min(n // 2, MAX_STREAMS // 4 - 2)), rng):
        streams += [stream, [], [], []]
    return streams


def rounds(n, rng, k=None):
    """All streams last until the end: each delivers one event in each round."""
    k = max(1, min(k or n // 2, MAX_STREAMS))
    streams = [[] for _ in range(k)]
    for i in range(n):
        streams[i % k].append(i)
    rng.shuffle(streams)
    return streams


def one_long(n, rng):
    """Half of the events in the first stream, the others in as many streams as there can be."""
    k = max(1, min(n // 2, MAX_STREAMS - 1))
    times = sorted(rng.randint(-10**6, 10**6) for _ in range(n))
    return [times[::2]] + dealt(times[1::2], k, rng)


def blocks(n, rng):
    """One stream after the other, the last one first: each event goes before all earlier ones."""
    k = max(1, min(n // 2, MAX_STREAMS))
    bounds = sorted(rng.randint(0, n) for _ in range(k - 1))
    ends = zip([0] + bounds, bounds + [n])
    return [list(range(start - n // 2, end - n // 2)) for start, end in ends][::-1]


def singles(n, rng):
    """One event in each stream as far as there are streams."""
    k = min(n, MAX_STREAMS)
    rest = dealt([rng.randint(1, n) for _ in range(n - k)], k, rng)
    return [sorted(stream + [rng.randint(1, n)]) for stream in rest]


FAMILIES = {
    "random": any_streams,
    "one": one_stream,
    "empty": only_empty,
    "ties": ties,
    "equal": all_equal,
    "limits": limits,
    "gaps": gaps,
    "rounds": rounds,
    "long": one_long,
    "blocks": blocks,
    "singles": singles,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) not in (3, 4) or arguments[0] not in FAMILIES or not arguments[1].isdecimal()
            or not 1 <= int(arguments[1]) <= MAX_SIZE
            or arguments[3:] and (arguments[0] != "rounds" or not arguments[3].isdecimal()
                                  or not 1 <= int(arguments[3]) <= MAX_STREAMS)):
        print(f"usage: generate.py FAMILY SIZE SEED, a family of {', '.join(FAMILIES)}, a size from 1 "
              f"to {MAX_SIZE}; rounds SIZE SEED K, K from 1 to {MAX_STREAMS}", file=sys.stderr)
        sys.exit(2)
    family, size, seed, *second = arguments
    streams = FAMILIES[family](int(size), random.Random(f"{family} {int(size) if int(seed) < 1000 else ''} {seed}"),
                               *map(int, second))
    lines = [str(len(streams))]
    for stream in streams:
        lines += [str(len(stream)), " ".join(map(str, stream))]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
