#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 80_000
MAX_LENGTH = 8


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) < 5 or lines[-1] != b"":
    reject("fewer than four lines, or no newline at the end of the last")
if not re.fullmatch(rb"[1-9][0-9]{0,4}", lines[2]) or int(lines[2]) > MAX_N:
    reject(f"line 3: n is no integer from 1 to {MAX_N}")
if len(lines) != int(lines[2]) + 4:
    reject(f"{len(lines) - 4} valid configurations instead of {int(lines[2])}")
for number, line in enumerate(lines[:-1], 1):
    if number == 3:
        continue
    if not re.fullmatch(rb'"[a-f]{1,%d}"' % MAX_LENGTH, line):
        reject(f"line {number}: not 1 to {MAX_LENGTH} letters from a to f in double quotes")
    if len(line) != len(lines[0]):
        reject(f"line {number}: not as long as the current configuration")
if len(set(lines[3:-1])) != len(lines) - 4:
    reject("a valid configuration is there twice")
sys.exit(42)
