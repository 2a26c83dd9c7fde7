#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 200_000
MAX_WORKERS = 100_000
MAX_TIME = 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


def numbers(at, low):
    """The list whose length is on one line, and whose items are on the next one."""
    if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[at]) or int(lines[at]) > MAX_N:
        reject(f"line {at + 1}: n is no integer from 1 to {MAX_N}")
    if not re.fullmatch(rb"(?:0|[1-9][0-9]{0,9})(?: (?:0|[1-9][0-9]{0,9}))*", lines[at + 1]):
        reject(f"line {at + 2}: not integers from 0 with one space between them")
    found = list(map(int, lines[at + 1].split()))
    if len(found) != int(lines[at]):
        reject(f"line {at + 2}: {len(found)} numbers instead of {int(lines[at])}")
    if min(found) < low or max(found) > MAX_TIME:
        reject(f"line {at + 2}: a number is not from {low} to {MAX_TIME}")
    return found


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 6 or lines[5] != b"":
    reject("not five lines, the last of which ends with a newline")
arrivals = numbers(0, 0)
durations = numbers(2, 1)
if len(arrivals) != len(durations):
    reject(f"line 3: {len(durations)} durations for {len(arrivals)} arrivals")
if any(map(int.__gt__, arrivals, arrivals[1:])):
    reject("line 2: the arrivals are not sorted")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[4]) or int(lines[4]) > MAX_WORKERS:
    reject(f"line 5: workers is no integer from 1 to {MAX_WORKERS}")
sys.exit(42)
