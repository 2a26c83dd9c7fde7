#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 250_000
MAX_LIMIT = 250_000


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) < 4 or lines[-1] != b"":
    reject("not three lines or more, the last of which ends with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 1 to {MAX_N}")
if len(lines) != int(lines[0]) + 3:
    reject(f"{len(lines) - 3} names instead of {int(lines[0])}")
name = re.compile(rb'"[A-Za-z0-9_-]{0,20}"')
for number, line in enumerate(lines[1:-2], 2):
    if not name.fullmatch(line):
        reject(f"line {number}: not a name in double quotes of at most 20 letters, digits, _ and -")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[-2]) or int(lines[-2]) > MAX_LIMIT:
    reject(f"line {len(lines) - 1}: limit is no integer from 1 to {MAX_LIMIT}")
sys.exit(42)
