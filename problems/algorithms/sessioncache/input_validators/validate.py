#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_CAPACITY = 200_000
MAX_CALLS = 400_000
MAX_NUMBER = 10**9
PARAMETERS = {b"open": 2, b"find": 1, b"close": 1}

lines = sys.stdin.buffer.read().split(b"\n")
at = 0


def reject(reason):
    print(reason)
    sys.exit(43)


def line():
    global at
    if at + 1 >= len(lines):
        reject(f"line {at + 1} is missing, or does not end with a newline")
    at += 1
    return lines[at - 1]


def number(low, high):
    text = line()
    if not re.fullmatch(rb"0|[1-9][0-9]{0,9}", text) or not low <= int(text) <= high:
        reject(f"line {at}: no integer from {low} to {high}")
    return int(text)


number(1, MAX_CAPACITY)
for _ in range(number(1, MAX_CALLS)):
    method = line()
    if method not in PARAMETERS:
        reject(f"line {at}: not the name of a method")
    for _ in range(PARAMETERS[method]):
        number(0, MAX_NUMBER)
if at + 1 != len(lines) or lines[at] != b"":
    reject(f"line {at + 1}: something follows the last call")
sys.exit(42)
