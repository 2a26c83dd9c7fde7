#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_K = 20
MAX_SIZE = 10**9
MAX_TOTAL = 200_000


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 4 or lines[3] != b"":
    reject("not three lines, the last of which ends with a newline")
if not re.fullmatch(rb"[1-9][0-9]?", lines[0]) or int(lines[0]) > MAX_K:
    reject(f"line 1: k is no integer from 1 to {MAX_K}")
if not re.fullmatch(rb"[1-9][0-9]{0,9}( [1-9][0-9]{0,9})*", lines[1]):
    reject("line 2: not positive integers with one space between them")
sizes = list(map(int, lines[1].split()))
if len(sizes) != int(lines[0]):
    reject(f"line 2: {len(sizes)} sizes instead of {int(lines[0])}")
if max(sizes) > MAX_SIZE:
    reject(f"line 2: a size is above {MAX_SIZE}")
if len(set(sizes)) != len(sizes):
    reject("line 2: a size is there twice")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[2]) or int(lines[2]) > MAX_TOTAL:
    reject(f"line 3: total is no integer from 1 to {MAX_TOTAL}")
sys.exit(42)
