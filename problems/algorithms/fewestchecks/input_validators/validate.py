#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 200_000
MAX_TIME = 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 5 or lines[4] != b"":
    reject("not four lines, the last of which ends with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 1 to {MAX_N}")
if lines[2] != lines[0]:
    reject("line 3: not n again")
times = []
for at in (1, 3):
    number = rb"(?:0|-?[1-9][0-9]{0,9})"
    if not re.fullmatch(number + rb"(?: " + number + rb")*", lines[at]):
        reject(f"line {at + 1}: not integers with one space between them")
    times.append(list(map(int, lines[at].split())))
    if len(times[-1]) != int(lines[0]):
        reject(f"line {at + 1}: {len(times[-1])} moments instead of {int(lines[0])}")
    if min(times[-1]) < -MAX_TIME or max(times[-1]) > MAX_TIME:
        reject(f"line {at + 1}: a moment is not from {-MAX_TIME} to {MAX_TIME}")
for i, (opens, closes) in enumerate(zip(*times)):
    if opens > closes:
        reject(f"window {i} closes before it opens")
sys.exit(42)
