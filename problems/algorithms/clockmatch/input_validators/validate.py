#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_COUNT = 200_000
MAX_TIME = 2 * 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 5 or lines[4] != b"":
    reject("not four lines, the last of which ends with a newline")
for at in (0, 2):
    if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[at]) or int(lines[at]) > MAX_COUNT:
        reject(f"line {at + 1}: no integer from 1 to {MAX_COUNT}")
    if not re.fullmatch(rb"(?:0|-?[1-9][0-9]{0,9})(?: (?:0|-?[1-9][0-9]{0,9}))*", lines[at + 1]):
        reject(f"line {at + 2}: not integers with one space between them")
    times = list(map(int, lines[at + 1].split()))
    if len(times) != int(lines[at]):
        reject(f"line {at + 2}: {len(times)} times instead of {int(lines[at])}")
    if times != sorted(times):
        reject(f"line {at + 2}: the times are not sorted")
    if times[0] < -MAX_TIME or times[-1] > MAX_TIME:
        reject(f"line {at + 2}: a time is not from -{MAX_TIME} to {MAX_TIME}")
sys.exit(42)
