#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 7_000
MAX_MEMORY = 10**9
MAX_QUOTA = 2 * 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 4 or lines[3] != b"":
    reject("not three lines, the last of which ends with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,3}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 1 to {MAX_N}")
if not re.fullmatch(rb"[1-9][0-9]{0,9}( [1-9][0-9]{0,9})*", lines[1]):
    reject("line 2: not positive integers with one space between them")
memory = list(map(int, lines[1].split()))
if len(memory) != int(lines[0]):
    reject(f"line 2: {len(memory)} amounts instead of {int(lines[0])}")
if max(memory) > MAX_MEMORY:
    reject(f"line 2: an amount is above {MAX_MEMORY}")
if not re.fullmatch(rb"[1-9][0-9]{0,9}", lines[2]) or int(lines[2]) > MAX_QUOTA:
    reject(f"line 3: quota is no integer from 1 to {MAX_QUOTA}")
sys.exit(42)
