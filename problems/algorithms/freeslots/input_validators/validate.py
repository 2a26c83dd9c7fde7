#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 150_000
MIN_TIME, MAX_TIME = -10**9, 10**9
MAX_HORIZON = 10**9
NUMBER = rb"(?:0|-?[1-9][0-9]{0,9})"


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 1 to {MAX_N}")
n = int(lines[0])
if len(lines) != 2 * n + 4 or lines[-1] != b"":
    reject(f"not {2 * n + 3} lines, the last of which ends with a newline")
booking = re.compile(NUMBER + rb" " + NUMBER)
for at in range(1, 2 * n, 2):
    if lines[at] != b"2":
        reject(f"line {at + 1}: not the number 2")
    if not booking.fullmatch(lines[at + 1]):
        reject(f"line {at + 2}: not two integers with one space between them")
    start, end = map(int, lines[at + 1].split())
    if not MIN_TIME <= start < end <= MAX_TIME:
        reject(f"line {at + 2}: not {MIN_TIME} <= start < end <= {MAX_TIME}")
if not re.fullmatch(rb"[1-9][0-9]{0,9}", lines[-3]) or int(lines[-3]) > MAX_HORIZON:
    reject(f"line {2 * n + 2}: horizon is no integer from 1 to {MAX_HORIZON}")
if not re.fullmatch(rb"[1-9][0-9]{0,9}", lines[-2]) or int(lines[-2]) > int(lines[-3]):
    reject(f"line {2 * n + 3}: length is no integer from 1 to horizon")
sys.exit(42)
