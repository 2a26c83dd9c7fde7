#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 200_000
MAX_NUMBER = 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) < 2 or lines[-1] != b"":
    reject("the last line does not end with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,5} 2", lines[0]) or int(lines[0].split()[0]) > MAX_N:
    reject(f"line 1: not an integer from 1 to {MAX_N}, one space, and 2")
if len(lines) - 2 != int(lines[0].split()[0]):
    reject(f"{len(lines) - 2} records instead of {int(lines[0].split()[0])}")
record = re.compile(rb"[1-9][0-9]{0,9} (?:0|[1-9][0-9]{0,9})")
last = 0
for number, line in enumerate(lines[1:-1], 2):
    if not record.fullmatch(line):
        reject(f"line {number}: not a positive key, one space, and a value that is not negative")
    key, value = map(int, line.split())
    if key > MAX_NUMBER or value > MAX_NUMBER:
        reject(f"line {number}: a number is above {MAX_NUMBER}")
    if key < last:
        reject(f"line {number}: the key is smaller than the one before it")
    last = key
sys.exit(42)
