#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 200_000
MOST = 10**9
INTEGER = rb"(?:0|-?[1-9][0-9]{0,9})"


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 4 or lines[3] != b"":
    reject("not three lines, the last of which ends with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 1 to {MAX_N}")
if not re.fullmatch(rb"%b(?: %b)*" % (INTEGER, INTEGER), lines[1]):
    reject("line 2: not integers with one space between them")
deltas = list(map(int, lines[1].split(b" ")))
if len(deltas) != int(lines[0]):
    reject(f"line 2: {len(deltas)} changes instead of {int(lines[0])}")
if min(deltas) < -MOST or max(deltas) > MOST:
    reject(f"line 2: a change is not from {-MOST} to {MOST}")
if not re.fullmatch(INTEGER, lines[2]) or not -MOST <= int(lines[2]) <= MOST:
    reject(f"line 3: budget is no integer from {-MOST} to {MOST}")
sys.exit(42)
