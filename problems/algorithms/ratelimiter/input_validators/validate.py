#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_LIMIT = 100_000
MAX_WINDOW = 10**9
MAX_CALLS = 200_000
MAX_CLIENTS = 60_000
MAX_TIME = 10**9
NUMBER = re.compile(rb"0|[1-9][0-9]{0,9}")
CLIENT = re.compile(rb'"[A-Za-z0-9_.-]{1,20}"')

lines = sys.stdin.buffer.read().split(b"\n")


def reject(reason):
    print(reason)
    sys.exit(43)


def number(at, low, high):
    if not NUMBER.fullmatch(lines[at]) or not low <= int(lines[at]) <= high:
        reject(f"line {at + 1}: no integer from {low} to {high}")
    return int(lines[at])


if len(lines) < 4 or lines[-1] != b"":
    reject("less than three lines, or no newline at the end")
number(0, 1, MAX_LIMIT)
number(1, 1, MAX_WINDOW)
calls = number(2, 1, MAX_CALLS)
if len(lines) != 3 * calls + 4:
    reject(f"{len(lines) - 4} lines of calls instead of {3 * calls}")
last = 0
for at in range(3, len(lines) - 1, 3):
    if lines[at] != b"allow" and lines[at] != b"remaining":
        reject(f"line {at + 1}: not the name of a method")
    if not CLIENT.fullmatch(lines[at + 1]):
        reject(f"line {at + 2}: not the name of a client in quotation marks")
    time = number(at + 2, 0, MAX_TIME)
    if time < last:
        reject(f"line {at + 3}: the time is before that of the call before")
    last = time
if len(set(lines[4:-1:3])) > MAX_CLIENTS:
    reject(f"more than {MAX_CLIENTS} different clients")
sys.exit(42)
