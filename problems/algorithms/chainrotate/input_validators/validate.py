#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 300_000
MAX_RACK = 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 4 or lines[3] != b"":
    reject("not three lines, the last of which ends with a newline")
if not re.fullmatch(rb"0|[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 0 to {MAX_N}")
if int(lines[0]) == 0:
    if lines[1] != b"":
        reject("line 2: not empty, as it is for an empty chain")
elif not re.fullmatch(rb"(?:0|[1-9][0-9]{0,9})(?: (?:0|[1-9][0-9]{0,9}))*", lines[1]):
    reject("line 2: not integers from 0 with one space between them")
racks = list(map(int, lines[1].split()))
if len(racks) != int(lines[0]):
    reject(f"line 2: {len(racks)} racks instead of {int(lines[0])}")
if max(racks, default=0) > MAX_RACK:
    reject(f"line 2: a rack is above {MAX_RACK}")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[2]) or int(lines[2]) > MAX_N:
    reject(f"line 3: k is no integer from 1 to {MAX_N}")
sys.exit(42)
