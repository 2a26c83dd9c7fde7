#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_SERVICES = 300_000
MAX_LINES = 400_000
is_number = re.compile(rb"0|[1-9][0-9]{0,5}").fullmatch
is_line = re.compile(rb'"[A-Za-z0-9 =,.:;|/_#-]{1,40}"').fullmatch


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if lines.pop() != b"":
    reject("the last line does not end with a newline")
if not lines or not is_number(lines[0]) or not 1 <= int(lines[0]) <= MAX_SERVICES:
    reject(f"line 1: the number of services is no integer from 1 to {MAX_SERVICES}")
at = 1
total = 0
for _ in range(int(lines[0])):
    if at >= len(lines) or not is_number(lines[at]):
        reject(f"line {at + 1}: no number of lines")
    count = int(lines[at])
    at += 1
    if at + count > len(lines):
        reject(f"line {len(lines) + 1} is missing")
    for number in range(at, at + count):
        if not is_line(lines[number]):
            reject(f"line {number + 1}: no 1 to 40 of the permitted characters in double quotes")
    at += count
    total += count
if total > MAX_LINES:
    reject(f"all configurations together have more than {MAX_LINES} lines")
if at != len(lines):
    reject(f"line {at + 1}: something follows the last configuration")
sys.exit(42)
