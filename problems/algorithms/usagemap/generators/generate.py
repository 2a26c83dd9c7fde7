#!/usr/bin/env python3
"""generate.py FAMILY SIZE SEED prints one input; SIZE is the number of requests."""
import random
import sys

MAX_QUOTAS = 100_000
MAX_REQUESTS = 150_000
LARGEST = 10**9
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."
MEMBERS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype",
           "__defineGetter__", "isPrototypeOf", "toLocaleString", "length", "size", "get"]
FEW = ["api", "web", "db", "ml", "qa", "Api", "ops", "web.eu", "x", "data_1"]

# Each family gives (quotas, requests).


def team_names(count):
    """Different names, short ones first."""
    return [f"{LETTERS[i % 64]}{i:x}" for i in range(count)]


def with_quotas(teams, rng, share, most):
    return {team: rng.randint(0, most) for team in teams if rng.random() < share}


def any_requests(n, rng):
    """Some teams have quotas, in most cases there is a shared one."""
    teams = FEW[:rng.randint(2, 6)]
    quotas = with_quotas(teams, rng, 0.6, max(1, n // 4))
    if rng.random() < 0.7:
        quotas["*"] = rng.randint(0, max(1, n // 3))
    return quotas, rng.choices(teams, k=n)


def unlimited(n, rng):
    """No shared quota: teams without one are not limited."""
    teams = FEW[:8]
    return with_quotas(teams, rng, 0.5, max(1, n // 12)), rng.choices(teams, k=n)


def shared(n, rng):
    """Many teams without a quota; the shared one is enough for each of them, but not for all."""
    teams = team_names(max(2, n // 8))
    quotas = with_quotas(teams, rng, 0.2, 8)
    quotas["*"] = n // 3
    return quotas, rng.choices(teams, k=n)


def fallback(n, rng):
    """Own quotas are soon used up, and much of the shared one is left."""
    quotas = {team: rng.randint(0, 2) for team in FEW[:5]}
    quotas["*"] = n
    return quotas, rng.choices(FEW[:7], k=n)


def zeros(n, rng):
    """Quotas of 0 beside others and none; the shared one is 0 as well, or is not there."""
    quotas = {team: rng.choice([0, 0, 1]) for team in FEW[:5]}
    if rng.random() < 0.5:
        quotas["*"] = 0
    return quotas, rng.choices(FEW[:7], k=n)


def nothing(n, rng):
    """No quotas at all."""
    return {}, rng.choices(FEW, k=n)


def only_shared(n, rng):
    return {"*": rng.randint(0, n)}, rng.choices(FEW[:max(1, n // 2)], k=n)


def exact(n, rng):
    """Each quota is as large as needed, or by one less."""
    requests = rng.choices(FEW[:7], k=n)
    quotas = {team: max(0, requests.count(team) - rng.choice([0, 0, 1])) for team in FEW[:4]}
    quotas["*"] = max(0, sum(requests.count(team) for team in FEW[4:7]) - rng.choice([0, 1]))
    return quotas, requests


def members(n, rng):
    """Teams with the names of object members, with and without quotas."""
    quotas = with_quotas(MEMBERS, rng, 0.5, max(1, n // 24))
    if rng.random() < 0.5:
        quotas["*"] = n // 5
    return quotas, rng.choices(MEMBERS, k=n)


def large(n, rng):
    """The largest quotas; nobody is refused but one team."""
    quotas = {team: LARGEST - rng.randint(0, 1) for team in FEW[:5]}
    quotas.update({"ml": 0, "*": LARGEST})
    return quotas, rng.choices(FEW, k=n)


def one_team(n, rng):
    team = rng.choice(FEW)
    return {rng.choice([team, "*"]): n // 2}, [team] * n


def refused(n, rng):
    """Every request is refused, of as many teams as possible: the result is large."""
    teams = team_names(max(1, min(n // 2, MAX_QUOTAS - 1)))
    requests = teams + rng.choices(teams, k=n - len(teams))
    rng.shuffle(requests)
    return {"*": 0, **{team: 0 for team in teams if rng.random() < 0.5}}, requests


def many(n, rng):
    """As many quotas as possible, and about two requests for each team."""
    teams = team_names(max(1, min(n // 2, MAX_QUOTAS - 1)))
    quotas = {team: rng.choice([0, 1, 1, 2, 3]) for team in teams}
    quotas["*"] = n // 40
    others = ["guest-%d" % i for i in range(max(1, n // 20))]
    return quotas, [rng.choice(others if rng.random() < 0.1 else teams) for _ in range(n)]


def guests(n, rng):
    """Many quotas, none of which is that of a team with requests; nearly all are refused."""
    quotas = {team: rng.randint(0, 9) for team in team_names(max(1, min(2 * n // 3, MAX_QUOTAS - 1)))}
    quotas["*"] = n // 50
    return quotas, [f"guest-{rng.randrange(max(1, n // 2))}" for _ in range(n)]


def idle(n, rng):
    """Many quotas of teams without requests."""
    quotas = {name: rng.randint(0, 9) for name in team_names(min(2 * n, MAX_QUOTAS - 4))}
    quotas.update({"web": n // 3, "*": n // 5})
    return quotas, rng.choices(["web", "db", "ml"], k=n)


FAMILIES = {
    "random": any_requests, "unlimited": unlimited, "shared": shared, "fallback": fallback,
    "zeros": zeros, "nothing": nothing, "onlyshared": only_shared, "exact": exact,
    "members": members, "large": large, "oneteam": one_team, "refused": refused, "many": many,
    "idle": idle, "guests": guests,
}


def main():
    arguments = sys.argv[1:]
    if (len(arguments) != 3 or arguments[0] not in FAMILIES or not arguments[1].isdecimal()
            or not 1 <= int(arguments[1]) <= MAX_REQUESTS or not arguments[2].isdecimal()):
        print(f"usage: generate.py FAMILY SIZE SEED, FAMILY one of {' '.join(FAMILIES)}, "
              f"SIZE from 1 to {MAX_REQUESTS}", file=sys.stderr)
        return 2
    family, size, seed = arguments[0], int(arguments[1]), int(arguments[2])
    rng = random.Random(f"{family} {size if int(seed) < 1000 else ''} {seed}")
    quotas, requests = FAMILIES[family](size, rng)
    names = list(quotas)
    rng.shuffle(names)
    lines = [str(len(quotas))]
    for name in names:
        lines += [f'"{name}"', str(quotas[name])]
    print("\n".join(lines + [str(len(requests))] + [f'"{team}"' for team in requests]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
