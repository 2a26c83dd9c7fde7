#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 400_000


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if lines[-1] != b"":
    reject("the last line does not end with a newline")
lines.pop()
if not lines or not re.fullmatch(rb"[1-9][0-9]{0,5} [1-9][0-9]{0,5}", lines[0]):
    reject("line 1: not two positive integers with one space between them")
n, k = map(int, lines[0].split())
if n > MAX_N:
    reject(f"line 1: n is above {MAX_N}")
if k > n:
    reject("line 1: k is above n")
if len(lines) != n + 1:
    reject(f"{len(lines) - 1} names instead of {n}")
name = re.compile(rb"[a-z][a-z0-9-]{0,15}")
for number, line in enumerate(lines[1:], 2):
    if not name.fullmatch(line):
        reject(f"line {number}: not the name of a service")
sys.exit(42)
