#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 1_000_000
MIN_RECORD = 1_000
MAX_RECORD = 2 * 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 3 or lines[2] != b"":
    reject("not two lines, the last of which ends with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,6}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 1 to {MAX_N}")
if not re.fullmatch(rb"[1-9][0-9]{0,9}( [1-9][0-9]{0,9})*", lines[1]):
    reject("line 2: not positive integers with one space between them")
records = list(map(int, lines[1].split()))
if len(records) != int(lines[0]):
    reject(f"line 2: {len(records)} records instead of {int(lines[0])}")
if records != sorted(records):
    reject("line 2: a record is smaller than the one before it")
if records[0] < MIN_RECORD or records[-1] > MAX_RECORD:
    reject(f"line 2: a record is not from {MIN_RECORD} to {MAX_RECORD}")
sys.exit(42)
