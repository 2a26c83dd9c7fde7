#!/usr/bin/env python3
"""Writes data/ of this package: inputs, what each test is for, and the samples' conversations."""
import pathlib
import random
import shutil

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
MAX_N, MAX_T = 10**9, 20
NONE, ADAPTIVE = 0, -1


def write(folder, name, n, first, timeouts=(), description=None):
    base = DATA / folder / name
    lines = [f"{n} {len(timeouts)} {first}", " ".join(map(str, timeouts))]
    base.with_suffix(".in").write_text("\n".join(lines) + "\n")
    answer = "decided while probing" if first == ADAPTIVE else str(first)
    base.with_suffix(".ans").write_text(answer + "\n")
    if description:
        base.with_suffix(".yaml").write_text(f'description: "{description}"\n')


def probes_needed(n):
    return n.bit_length()  # the smallest p with 2^p >= n + 1


def conversation(n, first, timeouts):
    """What a binary search and the interactor say to each other."""
    lines = [f"<{n} {probes_needed(n) + len(timeouts)}"]
    low, high, probe = 1, n + 1, 0
    while low < high:
        middle = (low + high) // 2
        probe += 1
        lines.append(f">? {middle}")
        if probe in timeouts:
            lines.append("<timeout")
        elif first != NONE and middle >= first:
            lines.append("<bad")
            high = middle
        else:
            lines.append("<good")
            low = middle + 1
    lines.append(f">! {0 if low == n + 1 else low}")
    return "\n".join(lines) + "\n"


def samples():
    for name, *test in [("1", 7, 5, ()), ("2", 3, NONE, ()), ("3", 10, 2, (2, 4))]:
        write("sample", name, *test)
        (DATA / "sample" / f"{name}.interaction").write_text(conversation(*test))


def secret(rng):
    every = list(range(1, MAX_T + 1))
    tests = [
        ("one-deploy-bad", 1, 1, (), "The smallest quarter, with a fault."),
        ("one-deploy-good", 1, NONE, (), "The smallest quarter, without a fault."),
        ("two-deploys-first", 2, 1, (), "Two deploys, both bad."),
        ("two-deploys-second", 2, 2, (), "Two deploys, the second bad."),
        ("two-deploys-none", 2, NONE, (), "Two deploys, none bad."),
        ("one-deploy-timeout", 1, 1, (1,), "The first probe times out."),
        ("all-bad", 1000, 1, (), "Every deploy is bad."),
        ("only-last-bad", 1000, 1000, (), "Only the last deploy is bad."),
        ("none-bad", 1000, NONE, (), "No deploy is bad."),
        ("none-bad-timeout", 1000, NONE, (10,), "The probe of the last deploy may time out."),
        ("power-of-two", 1024, 513, (), "n + 1 is just above a power of two."),
        ("power-of-two-less-one", 1023, ADAPTIVE, (),
         "n + 1 is a power of two: no probe to spare."),
        ("adaptive-small", 5, ADAPTIVE, (), "Decided while probing."),
        ("timeouts-first", 50_000, 777, every, "Twenty timeouts before the first reply."),
        ("timeouts-between", 50_000, 31_337, [3, 4, 8, 9, 10, 15, 17], "Timeouts here and there."),
        ("timeouts-last", 65_535, ADAPTIVE, [16, 17, 18, 19],
         "Timeouts when hardly anything is left."),
        ("random-1", 987_654, rng.randint(1, 987_654), sorted(rng.sample(range(1, 30), 6)),
         "Random."),
        ("random-2", 31_415_926, rng.randint(1, 31_415_926),
         sorted(rng.sample(range(1, 40), 12)), "Random."),
        ("large-first", MAX_N, 1, (), "The largest quarter, all bad."),
        ("large-last", MAX_N, MAX_N, (), "The largest quarter, only the last deploy bad."),
        ("large-none", MAX_N, NONE, (2, 30), "The largest quarter, none bad."),
        ("large-adaptive", MAX_N, ADAPTIVE, (),
         "The largest quarter, decided while probing: anything slower than halving runs out of "
         "probes, and going through the deploys takes too long."),
        ("large-adaptive-timeouts", MAX_N, ADAPTIVE, sorted(rng.sample(range(1, 51), MAX_T)),
         "The largest quarter, decided while probing, with as many timeouts as there can be."),
    ]
    for number, (name, *test) in enumerate(tests, 1):
        write("secret", f"{number:02}-{name}", *test)


def invalid():
    faults = {
        "no-deploys": "0 0 0\n\n",
        "n-too-large": "1000000001 0 1\n\n",
        "first-above-n": "5 0 6\n\n",
        "first-unknown": "5 0 -2\n\n",
        "timeouts-too-many": "5 21 1\n" + " ".join(map(str, range(1, 22))) + "\n",
        "timeout-missing": "5 2 1\n1\n",
        "timeouts-decreasing": "5 2 1\n2 1\n",
        "timeout-zero": "5 1 1\n0\n",
        "second-line-missing": "5 0 1\n",
        "third-line": "5 0 1\n\n\n",
        "trailing-space": "5 1 1\n1 \n",
        "no-last-newline": "5 1 1\n1",
    }
    for name, content in faults.items():
        (DATA / "invalid_input" / f"{name}.in").write_text(content)


def main():
    for folder in ("sample", "secret", "invalid_input"):
        shutil.rmtree(DATA / folder, ignore_errors=True)
        (DATA / folder).mkdir(parents=True)
    samples()
    secret(random.Random(20_250_903))
    invalid()


if __name__ == "__main__":
    main()
