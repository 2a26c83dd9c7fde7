#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N, MAX_T, MAX_PROBE = 10**9, 20, 50


def reject(reason):
    print(reason)
    sys.exit(43)


number = rb"(?:0|[1-9][0-9]{0,9})"
test = re.fullmatch(
    rb"(" + number + rb") (" + number + rb") (-1|" + number + rb")\n"
    rb"((?:" + number + rb"(?: " + number + rb")*)?)\n", sys.stdin.buffer.read())
if not test:
    reject('not two lines "n t first" and "i_1 ... i_t" with single spaces')
n, t, first = map(int, test.groups()[:3])
probes = list(map(int, test.group(4).split()))
if not 1 <= n <= MAX_N:
    reject("line 1: n is out of range")
if t > MAX_T:
    reject("line 1: t is out of range")
if first > n:
    reject("line 1: the first bad deploy is above n")
if len(probes) != t:
    reject(f"line 2: {len(probes)} probes instead of {t}")
if any(not 1 <= probe <= MAX_PROBE for probe in probes):
    reject("line 2: the number of a probe is out of range")
if any(a >= b for a, b in zip(probes, probes[1:])):
    reject("line 2: the probes are not increasing")
sys.exit(42)
