#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 400_000
MAX_SIZE = 10**9
MAX_BLOCK = 2 * 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 4 or lines[3] != b"":
    reject("not three lines, the last of which ends with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 1 to {MAX_N}")
if not re.fullmatch(rb"[1-9][0-9]{0,9}( [1-9][0-9]{0,9})*", lines[1]):
    reject("line 2: not positive integers with one space between them")
sizes = list(map(int, lines[1].split()))
if len(sizes) != int(lines[0]):
    reject(f"line 2: {len(sizes)} sizes instead of {int(lines[0])}")
if max(sizes) > MAX_SIZE:
    reject(f"line 2: a size is above {MAX_SIZE}")
if not re.fullmatch(rb"[1-9][0-9]{0,9}", lines[2]) or int(lines[2]) > MAX_BLOCK:
    reject(f"line 3: block is no integer from 1 to {MAX_BLOCK}")
sys.exit(42)
