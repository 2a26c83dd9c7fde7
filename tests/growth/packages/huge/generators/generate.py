#!/usr/bin/env python3
"""Prints one input: generate.py FAMILY SIZE SEED."""
import random
import sys

FAMILIES = ("plain", "prime", "power")


def is_prime(n):
    """Of numbers below 3 * 10^9."""
    if n < 2 or any(n % p == 0 for p in (2, 3, 5, 7)):
        return n in (2, 3, 5, 7)
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    return all(pow(base, odd, n) == 1 or any(pow(base, odd << i, n) == n - 1 for i in range(twos))
               for base in (2, 3, 5, 7))


def make(family, n, rng):
    if family == "prime":
        while n > 2 and not is_prime(n):
            n -= 1
        n = max(n, 2)
    elif family == "power":
        n = 1 << (n.bit_length() - 1)
    return f"{n}\n"


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in FAMILIES:
        sys.exit(f"usage: generate.py FAMILY SIZE SEED, with one of {', '.join(FAMILIES)}")
    rng = random.Random(" ".join(sys.argv[1:]))
    sys.stdout.write(make(sys.argv[1], int(sys.argv[2]), rng))


if __name__ == "__main__":
    main()
