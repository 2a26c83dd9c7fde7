#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED, where SIZE is the number of jobs; for busy also SEED W, the
number of workers."""
import random
import sys

MAX_SIZE = 200_000
MAX_WORKERS = 100_000
MAX_TIME = 10**9


def times(n, top, rng):
    return sorted(rng.randint(0, top) for _ in range(n))


def any_jobs(n, rng):
    """About as much work as the workers can do: some jobs wait, some do not."""
    workers = rng.randint(1, max(2, min(n // 3, 2_000)))
    arrivals = times(n, 2 * n, rng)
    return arrivals, [rng.randint(1, 4 * workers) for _ in range(n)], workers


def one_worker(n, rng):
    return times(n, 3 * n, rng), [rng.randint(1, 5) for _ in range(n)], 1


def busy(n, rng, workers=None):
    """Half of the workers that there may be, and long jobs: each job has to wait."""
    workers = workers or min(MAX_WORKERS, (n + 1) // 2)
    return times(n, n // 8, rng), [rng.randint(n, 3 * n) for _ in range(n)], workers


def last_free(n, rng):
    """All workers but the last one run a job that never ends: the others find the last one free."""
    workers = min(MAX_WORKERS, (n + 1) // 2)
    arrivals = list(range(workers)) + [workers + 2 * i for i in range(n - workers)]
    durations = [MAX_TIME] * (workers - 1) + [1 + rng.randint(0, 1) for _ in range(n - workers + 1)]
    return arrivals, durations, workers


def first_free(n, rng):
    """Half as many workers as jobs, and jobs so short that worker 0 takes nearly all of them."""
    workers = min(MAX_WORKERS, (n + 1) // 2)
    return [2 * i for i in range(n)], [rng.choice([1, 1, 1, 2, 3]) for _ in range(n)], workers


def same_moment(n, rng):
    """Jobs in bursts, and few durations: workers are done at the same moment, often at an arrival."""
    workers = rng.randint(2, max(3, min(n // 4, 300)))
    unit = rng.randint(1, 3)
    arrivals = sorted(unit * rng.randint(0, max(1, n // workers)) for _ in range(n))
    return arrivals, [unit * rng.randint(1, 3) for _ in range(n)], workers


def on_time(n, rng):
    """All jobs take the same time, and come when others end."""
    workers = rng.randint(1, max(2, min(n // 4, 1_000)))
    duration = rng.randint(1, 9)
    return [i // workers * duration for i in range(n)], [duration] * n, workers


def overflow(n, rng):
    """Everything arrives at once and takes as long as it may: ends far above 32 bits."""
    workers = rng.randint(1, 1 + min(n // 6, 20))
    return [0] * n, [MAX_TIME - rng.randint(0, 3) for _ in range(n)], workers


def late(n, rng):
    """Arrivals at the end of the time, after a pause in which all workers became free."""
    half = n // 2
    workers = rng.randint(1, max(2, min(n // 2, 5_000)))
    arrivals = times(half, half, rng) + sorted(MAX_TIME - rng.randint(0, n) for _ in range(n - half))
    return arrivals, [rng.randint(1, 2 * workers) for _ in range(n)], workers


def spare(n, rng):
    """More workers than jobs, none of which ends before the last one has started."""
    return times(n, n, rng), [rng.randint(2 * n, 3 * n) for _ in range(n)], min(MAX_WORKERS, 2 * n)


def shrinking(n, rng):
    """Each job ends before those that started earlier: workers become free from the last one down."""
    workers = min(MAX_WORKERS, max(1, n // 3))
    arrivals = [i // workers * (2 * workers + 2) + i % workers for i in range(n)]
    return arrivals, [2 * (workers - i % workers) for i in range(n)], workers


FAMILIES = {
    "random": any_jobs,
    "single": one_worker,
    "busy": busy,
    "lastfree": last_free,
    "firstfree": first_free,
    "moment": same_moment,
    "ontime": on_time,
    "overflow": overflow,
    "late": late,
    "spare": spare,
    "shrinking": shrinking,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) not in (3, 4) or arguments[0] not in FAMILIES or not arguments[1].isdecimal()
            or not 1 <= int(arguments[1]) <= MAX_SIZE
            or arguments[3:] and (arguments[0] != "busy" or not arguments[3].isdecimal()
                                  or not 1 <= int(arguments[3]) <= MAX_WORKERS)):
        print(f"usage: generate.py FAMILY SIZE SEED, a family of {', '.join(FAMILIES)}, a size from 1 "
              f"to {MAX_SIZE}; busy SIZE SEED W, W from 1 to {MAX_WORKERS}", file=sys.stderr)
        sys.exit(2)
    family, size, seed, *second = arguments
    arrivals, durations, workers = FAMILIES[family](
        int(size), random.Random(f"{family} {int(size) if int(seed) < 1000 else ''} {seed}"), *map(int, second))
    for numbers in (arrivals, durations):
        print(len(numbers))
        print(*numbers)
    print(workers)


if __name__ == "__main__":
    main()
