#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_LINES = 200_000
MAX_REQUIRED = 100_000
MAX_SERVICE = 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


def check_list(first, name, limit):
    if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[first]) or int(lines[first]) > limit:
        reject(f"line {first + 1}: the length of {name} is no integer from 1 to {limit}")
    if not re.fullmatch(rb"[1-9][0-9]{0,9}( [1-9][0-9]{0,9})*", lines[first + 1]):
        reject(f"line {first + 2}: not positive integers with one space between them")
    services = list(map(int, lines[first + 1].split()))
    if len(services) != int(lines[first]):
        reject(f"line {first + 2}: {len(services)} numbers instead of {int(lines[first])}")
    if max(services) > MAX_SERVICE:
        reject(f"line {first + 2}: a number is above {MAX_SERVICE}")


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 5 or lines[4] != b"":
    reject("not four lines, the last of which ends with a newline")
check_list(0, "lines", MAX_LINES)
check_list(2, "required", MAX_REQUIRED)
sys.exit(42)
