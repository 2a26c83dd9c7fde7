#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 250_000
MAX_K = 100_000


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 1 to {MAX_N}")
n = int(lines[0])
if len(lines) != n + 3 or lines[-1] != b"":
    reject(f"not {n + 2} lines, the last of which ends with a newline")
is_name = re.compile(rb'"[A-Za-z0-9._-]{1,20}"').fullmatch
for number, line in enumerate(lines[1:n + 1], 2):
    if not is_name(line):
        reject(f"line {number}: no name of 1 to 20 letters, digits, -, . and _ in double quotes")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[n + 1]) or int(lines[n + 1]) > MAX_K:
    reject(f"line {n + 2}: k is no integer from 1 to {MAX_K}")
sys.exit(42)
