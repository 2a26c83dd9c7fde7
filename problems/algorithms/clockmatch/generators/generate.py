#!/usr/bin/env python3
"""generate.py FAMILY SIZE SEED prints one input; SIZE is the number of events, or of samples if there are more."""
import random
import sys

MAX_COUNT = 200_000
LARGEST = 2 * 10**9


def some(rng, count, low, high):
    return sorted(rng.randint(low, high) for _ in range(count))


def fewer(n, rng):
    return rng.randint((n + 1) // 2, n)


def any_times(n, rng):
    """Times from a range of about n: repeats and ties are likely."""
    start = rng.choice([0, -n, -2 * n, 1000])
    counts = [n, fewer(n, rng)]
    rng.shuffle(counts)
    return [some(rng, count, start, start + 2 * n) for count in counts]


def apart(n, rng):
    """Different samples, ten apart, and events anywhere between, often in the middle."""
    samples = [10 * i for i in range(n)]
    return some(rng, n // 2, -20, 10 * n + 20) + [10 * n + 25] * (n - n // 2), samples


def middle(n, rng):
    """Every event is in the middle of two samples."""
    start = rng.randint(-9, 9)
    samples = [start + 6 * i for i in range(n)]
    return sorted(rng.choice(samples) + 3 for _ in range(fewer(n, rng))), samples


def runs(n, rng):
    """Runs of equal samples, and events before, at, between and after them."""
    samples, time = [], rng.randint(-9, 9)
    while len(samples) < n:
        samples += [time] * rng.randint(1, 4)
        time += rng.choice([1, 2, 3, 4])
    samples = samples[:n]
    return some(rng, fewer(n, rng), samples[0] - 3, samples[-1] + 3), samples


def one_run(n, rng):
    """All samples are equal, and the events are after them."""
    time = rng.randint(-100, 100)
    return some(rng, n, time + 1, time + 5 * n), [time] * n


def two_runs(n, rng):
    """Two times of samples with many of each, and events between."""
    time, gap = rng.randint(-100, 100), 2 * rng.randint(2, 50)
    half = n // 2
    return some(rng, n, time, time + gap), [time] * half + [time + gap] * (n - half)


def equal(n, rng):
    """Everything happens at one moment."""
    time = rng.randint(-5, 5)
    return [time] * n, [time] * fewer(n, rng)


def same_list(n, rng):
    """Each event has a sample of its time."""
    times = some(rng, n, -n, n)
    return times, times


def outside(n, rng):
    """Some events are before all samples, the others after them."""
    events = some(rng, n - n // 2, -5 * n, -1) + some(rng, n // 2, 4 * n, 9 * n)
    return events, some(rng, n, 0, 3 * n + 1)


def late(n, rng):
    """All events are behind the last sample, of many that differ."""
    return some(rng, n, 10 * n, 11 * n), sorted(rng.sample(range(9 * n), n))


def early(n, rng):
    """All events are before the first sample."""
    return some(rng, n, -9 * n, 0), sorted(rng.sample(range(1, 9 * n), n))


def extremes(n, rng):
    """The smallest and the largest times, whose difference does not fit into 32 bits."""
    events = some(rng, n, -LARGEST, LARGEST)
    events[0], events[-1] = -LARGEST, LARGEST
    count = rng.randint(1, 3)
    samples = rng.choice([[-LARGEST], [LARGEST], [-LARGEST, LARGEST], [-LARGEST, LARGEST - 1, LARGEST],
                          some(rng, count, LARGEST - 9, LARGEST)])
    return events, samples[:n]


def one_sample(n, rng):
    return some(rng, n, -n, n), [rng.randint(-n, n)]


def one_event(n, rng):
    return [rng.randint(-n, n)], some(rng, n, -n, n)


def wide(n, rng):
    """Times from the whole range."""
    return [some(rng, n, -LARGEST, LARGEST) for _ in range(2)]


def clusters(n, rng):
    """Dense clusters of events far from dense clusters of samples."""
    events, samples = [], []
    for i in range(n):
        part = i * 8 // n
        events.append(part * 40 * n + rng.randint(0, n) + 13 * n)
        samples.append(part * 40 * n + rng.randint(0, n))
    return sorted(events), sorted(samples)


FAMILIES = {
    "random": any_times, "apart": apart, "middle": middle, "runs": runs, "onerun": one_run,
    "tworuns": two_runs, "equal": equal, "same": same_list, "outside": outside, "late": late,
    "early": early, "extremes": extremes, "onesample": one_sample, "oneevent": one_event,
    "wide": wide, "clusters": clusters,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) != 3 or arguments[0] not in FAMILIES or not arguments[1].isdecimal()
            or not 1 <= int(arguments[1]) <= MAX_COUNT or not arguments[2].isdecimal()):
        print(f"usage: generate.py FAMILY SIZE SEED, FAMILY one of {' '.join(FAMILIES)}, "
              f"SIZE from 1 to {MAX_COUNT}", file=sys.stderr)
        return 2
    family, size, seed = arguments[0], int(arguments[1]), int(arguments[2])
    for times in FAMILIES[family](size, random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}")):
        print(f"{len(times)}\n{' '.join(map(str, times))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
