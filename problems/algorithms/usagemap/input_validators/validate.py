#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_QUOTAS = 100_000
MAX_QUOTA = 10**9
MAX_REQUESTS = 150_000
NUMBER = re.compile(rb"0|[1-9][0-9]{0,9}")
TEAM = re.compile(rb'"[A-Za-z0-9_.-]{1,20}"')

lines = sys.stdin.buffer.read().split(b"\n")


def reject(reason):
    print(reason)
    sys.exit(43)


def number(at, low, high):
    if at + 1 >= len(lines):
        reject(f"line {at + 1} is missing, or does not end with a newline")
    if not NUMBER.fullmatch(lines[at]) or not low <= int(lines[at]) <= high:
        reject(f"line {at + 1}: no integer from {low} to {high}")
    return int(lines[at])


quotas = number(0, 0, MAX_QUOTAS)
names = set()
for at in range(1, 2 * quotas + 1, 2):
    if at + 2 >= len(lines):
        reject("a quota is missing")
    if lines[at] != b'"*"' and not TEAM.fullmatch(lines[at]):
        reject(f"line {at + 1}: neither the name of a team nor *, in quotation marks")
    if lines[at] in names:
        reject(f"line {at + 1}: a second quota of the same name")
    names.add(lines[at])
    number(at + 1, 0, MAX_QUOTA)
start = 2 * quotas + 2
requests = number(start - 1, 1, MAX_REQUESTS)
if len(lines) != start + requests + 1 or lines[-1] != b"":
    reject(f"not {requests} requests, each on a line that ends with a newline")
for at in range(start, start + requests):
    if not TEAM.fullmatch(lines[at]):
        reject(f"line {at + 1}: not the name of a team in quotation marks")
sys.exit(42)
