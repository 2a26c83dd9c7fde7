#!/usr/bin/env python3
"""Writes data/ of this package, or, with FAMILY SIZE SEED, prints one input."""
import pathlib
import random
import shutil
import sys

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
MAX_N, MAX_M, MAX_B = 100_000, 300_000, 5
FILE_N, FILE_M = 20_000, 60_000  # in tests that are files; made.yaml has larger ones


def reference(budget, state, calls):
    """Whole layers of (service, retries used) at a time; plain, and unlike the submissions."""
    n = len(state)
    callees = [[] for _ in range(n + 1)]
    for x, y in calls:
        callees[x].append(y)
    layer, seen, hops = {(1, 0)}, {(1, 0)}, 0
    while layer:
        if any(service == n for service, _ in layer):
            return str(hops)
        following = {(y, used + (state[y - 1] == "d")) for x, used in layer for y in callees[x]}
        layer = {(y, used) for y, used in following if used <= budget} - seen
        seen |= layer
        hops += 1
    return "unreachable"


def text(budget, state, calls):
    lines = [f"{len(state)} {len(calls)} {budget}", state]
    lines += [f"{x} {y}" for x, y in calls]
    return "\n".join(lines) + "\n"


def write(folder, name, budget, state, calls, description=None):
    base = DATA / folder / name
    base.with_suffix(".in").write_text(text(budget, state, calls))
    base.with_suffix(".ans").write_text(reference(budget, state, calls) + "\n")
    if description:
        base.with_suffix(".yaml").write_text(f'description: "{description}"\n')


def chain(first, last):
    return [(x, x + 1) for x in range(first, last)]


def random_calls(rng, n, m):
    calls = []
    while len(calls) < m:
        x, y = rng.randint(1, n), rng.randint(1, n)
        if x != y:
            calls.append((x, y))
    return calls


def random_state(rng, n, degraded):
    return "".join("d" if rng.random() < degraded else "u" for _ in range(n))


def random_reachable(rng, n, m, budget):
    while True:
        state, calls = random_state(rng, n, 0.5), random_calls(rng, n, m)
        if reference(budget, state, calls) != "unreachable":
            return state, calls


def decoy():
    """A short way that spends the budget, and a longer one that keeps it for the end."""
    calls = [(1, 2), (2, 3), (3, 8), (1, 4), (4, 5), (5, 6), (6, 3)]
    calls += [(8, 7), (7, 9), (9, 10)]
    return "uduuuuduuu", calls


def decoys(count):
    """`count` stages; each can be crossed in 2 hops with a retry or in 4 without."""
    state, calls, here = "u", [], 1
    for _ in range(count):
        calls += [(here, here + 1), (here + 1, here + 5), (here, here + 2), (here + 2, here + 3),
                  (here + 3, here + 4), (here + 4, here + 5)]
        state += "duuuu"
        here += 5
    return state, calls


def then_degraded(state, calls, count):
    return state + "d" * count, calls + chain(len(state), len(state) + count)


def layers(width, depth):
    """Layers of `width` services, each of which calls every one of the next layer; the target
    stands apart behind the last. The number of ways grows as width ** depth."""
    calls = [(1, 2 + i) for i in range(width)]
    for layer in range(depth - 1):
        base = 2 + layer * width
        calls += [(base + i, base + width + j) for i in range(width) for j in range(width)]
    last = 2 + (depth - 1) * width
    n = last + width
    calls += [(last + i, n) for i in range(width)]
    return n, calls


def small(rng):
    state, calls = decoy()
    tests = [
        ("one-service", 0, "u", [], "The smallest platform; the gateway holds the data."),
        ("one-service-degraded", 0, "d", [], "The gateway is not charged."),
        ("no-calls", 5, "uu", [], "Two services that never call each other."),
        ("gateway-degraded", 0, "du", [(1, 2)], "A degraded gateway costs nothing."),
        ("target-degraded", 0, "ud", [(1, 2)], "The last call is charged too."),
        ("target-degraded-paid", 1, "ud", [(1, 2)], "The budget is just enough."),
        ("wrong-direction", 5, "uuu", [(2, 1), (3, 2), (3, 1)],
         "Calls lead only towards the gateway."),
        ("same-call-often", 0, "uuu", [(1, 2)] * 50 + [(2, 3)] * 50,
         "The same call is listed again and again."),
        ("cycle", 1, "uduudu", [(1, 2), (2, 1), (2, 3), (3, 2), (3, 4), (4, 1), (4, 3)],
         "The request can go around for ever, and never arrives."),
        ("decoy", 1, state, calls, "The shortest way to a service is not the one to go on from."),
        ("decoys", 5, *decoys(60), "Sixty times short and degraded, or long and healthy."),
        ("decoys-no-budget", 0, *decoys(60), "As before, without a budget."),
        ("decoys-then-degraded", 5, *then_degraded(*decoys(60), 3),
         "Sixty times as before, then three degraded services that must be paid for."),
        ("all-degraded-far", 5, "d" * 8, chain(1, 8), "Seven retries needed, five allowed."),
        ("all-degraded-near", 5, "d" * 6, chain(1, 6), "Five retries needed, five allowed."),
        ("gateway-again", 1, "duudu", [(1, 2), (2, 3), (3, 1), (1, 4), (4, 5)],
         "Going back to a degraded gateway is charged, and of no use."),
    ]
    for trial in range(3):
        n = 40 + 30 * trial
        network = random_reachable(rng, n, 2 * n, trial + 1)
        tests.append((f"random-{trial + 1}", trial + 1, *network,
                      "Random, half of the services degraded."))
    return tests


def large(rng):
    back = [(x, rng.randint(1, x - 1)) for x in range(2, 2 * FILE_N // 3)]
    chain_and_back = chain(1, FILE_N) + back
    rng.shuffle(chain_and_back)
    healthy = "".join("d" if x % 4_000 == 7 else "u" for x in range(FILE_N))
    n, calls = layers(20, 140)
    return [
        ("layers-few", 2, *pad(*layers(2, 40)), "Few services, but 2^40 ways through them."),
        ("layers-many", 5, random_state(rng, n - 1, 0.85) + "u", calls,
         "Many ways, nearly all of which are too expensive."),
        ("large-chain", 5, healthy, chain_and_back,
         "One long way, and calls back; rescanning all calls for every hop is too slow."),
        ("large-random", 5, *random_reachable(rng, FILE_N, FILE_M, 5),
         "A large platform."),
        ("large-decoys", 5, *decoys((FILE_N - 1) // 5), "Thousands of decoys."),
    ]


def pad(n, calls):
    """A healthy platform whose target only one service calls, and that one nobody calls."""
    return "u" * (n + 2), calls + [(n + 1, n + 2)]


def samples():
    write("sample", "1", 1, "uduud", [(1, 2), (2, 5), (1, 3), (3, 4), (4, 5)])
    write("sample", "2", 0, "udu", [(1, 2), (2, 3), (3, 1)])
    write("sample", "3", 0, "d", [])


def secret(rng):
    for number, (name, *test) in enumerate(small(rng) + large(rng), 1):
        write("secret", f"{number:02}-{name}", *test)


def invalid():
    faults = {
        "no-services": "0 0 0\n\n",
        "budget-too-large": "1 0 6\nu\n",
        "budget-negative": "1 0 -1\nu\n",
        "states-too-few": "2 0 0\nu\n",
        "state-unknown": "2 0 0\nux\n",
        "call-to-itself": "2 1 0\nuu\n1 1\n",
        "call-of-nobody": "2 1 0\nuu\n0 1\n",
        "call-above-n": "2 1 0\nuu\n1 3\n",
        "call-missing": "2 2 0\nuu\n1 2\n",
        "call-too-many": "2 1 0\nuu\n1 2\n1 2\n",
        "leading-zero": "2 1 0\nuu\n1 02\n",
        "two-spaces": "2  1 0\nuu\n1 2\n",
        "carriage-return": "2 1 0\r\nuu\r\n1 2\r\n",
        "no-last-newline": "2 1 0\nuu\n1 2",
    }
    for name, content in faults.items():
        (DATA / "invalid_input" / f"{name}.in").write_bytes(content.encode())


# ---- Families of inputs of any size ------------------------------------------------------------


def any_calls(n, rng):
    calls = random_calls(rng, n, rng.randint(0, min(3 * n, MAX_M))) if n > 1 else []
    return rng.randint(0, 3), random_state(rng, n, rng.choice([0.2, 0.5, 0.9])), calls


def chains(n, rng):
    """A way through all services, and some that are shorter."""
    calls = chain(1, n)
    calls += [(x, min(n, x + rng.randint(2, 4))) for x in range(1, n - 1) if rng.random() < 0.5]
    return rng.randint(0, 5), random_state(rng, n, 0.4), calls


def stages(n, rng):
    state, calls = decoys(max(1, (min(n, MAX_N) - 1) // 5))
    return rng.randint(0, 3), state, calls


def windings(n, rng):
    """One long way, and twice as many calls back: going through all calls for every hop is too slow."""
    calls = chain(1, n) + [(x, rng.randint(1, x - 1)) for x in range(2, n + 1) for _ in range(2)]
    rng.shuffle(calls)
    return 5, "".join("d" if x % (n // 5 + 1) == n // 7 + 1 else "u" for x in range(n)), calls[:MAX_M]


def web(n, rng):
    """As many calls as there can be, from anywhere to anywhere."""
    calls = random_calls(rng, n, min(3 * n, MAX_M)) if n > 1 else []
    return MAX_B, random_state(rng, n, 0.5), calls


def hubs(n, rng):
    """Six hubs, as far away as each other, and reached with 5, 4, ... 0 retries in this order; each calls all
    services that are left, so that nearly all states wait at once. The last of them calls the target."""
    state, calls = "u", []
    for retries in range(MAX_B, -1, -1):
        calls += [(1, len(state) + 1)] + chain(len(state) + 1, len(state) + MAX_B + 1)
        state += "d" * retries + "u" * (MAX_B + 1 - retries)
    others = range(len(state) + 1, max(len(state) + 2, min(n, len(state) + (MAX_M - len(calls)) // (MAX_B + 1))))
    for hub in range(MAX_B + 2, len(state) + 1, MAX_B + 1):
        calls += [(hub, other) for other in others]
    state += "u" * len(others) + rng.choice("ud")
    return MAX_B, state, calls[:MAX_M - 1] + [(others[-1], len(state))]


FAMILIES = {"random": any_calls, "chains": chains, "decoys": stages, "windings": windings, "web": web,
            "hubs": hubs}

# ---- All together ------------------------------------------------------------------------------


def write_data():
    for folder in ("sample", "secret", "invalid_input"):
        shutil.rmtree(DATA / folder, ignore_errors=True)
        (DATA / folder).mkdir(parents=True)
    samples()
    secret(random.Random(20_250_902))
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
