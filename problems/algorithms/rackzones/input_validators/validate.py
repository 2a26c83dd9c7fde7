#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_PLACES = 300_000
MAX_FEED = 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if not re.fullmatch(rb"[1-9][0-9]{0,5} [1-9][0-9]{0,5}", lines[0]):
    reject("line 1: not the numbers of rows and columns")
rows, columns = map(int, lines[0].split())
if rows * columns > MAX_PLACES:
    reject(f"line 1: more than {MAX_PLACES} places")
if len(lines) != rows + 2 or lines[-1] != b"":
    reject(f"not {rows} lines behind the first, the last of which ends with a newline")
for number, line in enumerate(lines[1:-1], 2):
    if not re.fullmatch(rb"[0-9 ]*[0-9][0-9 ]*", line):
        reject(f"line {number}: not integers from 0")
    row = list(map(int, line.split()))
    if " ".join(map(str, row)).encode() != line:
        reject(f"line {number}: leading zeros, or not one space between the integers")
    if len(row) != columns:
        reject(f"line {number}: {len(row)} numbers instead of {columns}")
    if max(row) > MAX_FEED:
        reject(f"line {number}: a feed is above {MAX_FEED}")
sys.exit(42)
