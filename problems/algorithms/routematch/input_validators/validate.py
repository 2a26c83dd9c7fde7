#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 50_000
MAX_LENGTH = 100
MAX_TOTAL = 1_000_000

lines = sys.stdin.buffer.read().split(b"\n")
at = 0
written = re.compile(rb'"(?:/|(?:/[A-Za-z0-9._-]+)+)"')


def reject(reason):
    print(reason)
    sys.exit(43)


def line():
    global at
    if at + 1 >= len(lines):
        reject(f"line {at + 1} is missing, or does not end with a newline")
    at += 1
    return lines[at - 1]


for what in ("routes", "paths"):
    count = line()
    if not re.fullmatch(rb"[1-9][0-9]{0,4}", count) or int(count) > MAX_N:
        reject(f"line {at}: the number of {what} is no integer from 1 to {MAX_N}")
    total = 0
    for _ in range(int(count)):
        text = line()
        if not written.fullmatch(text):
            reject(f"line {at}: neither \"/\" nor segments with a slash before each, in double quotes")
        if len(text) - 2 > MAX_LENGTH:
            reject(f"line {at}: more than {MAX_LENGTH} characters")
        total += len(text) - 2
    if total > MAX_TOTAL:
        reject(f"line {at}: the {what} have more than {MAX_TOTAL} characters")
if at + 1 != len(lines) or lines[at] != b"":
    reject(f"line {at + 1}: something follows the last path")
sys.exit(42)
