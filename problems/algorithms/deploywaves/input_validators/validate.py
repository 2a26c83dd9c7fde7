#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_SERVICES = 300_000
MAX_DEPENDENCIES = 450_000


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if lines[-1] != b"":
    reject("the last line does not end with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_SERVICES:
    reject(f"line 1: n is no integer from 1 to {MAX_SERVICES}")
services = int(lines[0])
if len(lines) != 2 + 2 * services:
    reject(f"{len(lines) - 2} lines behind the first instead of {2 * services}")
number = re.compile(rb"0|[1-9][0-9]{0,5}")
numbers = re.compile(rb"(?:(?:0|[1-9][0-9]{0,5})(?: (?:0|[1-9][0-9]{0,5}))*)?")
total = 0
for at in range(1, 2 * services, 2):
    if not number.fullmatch(lines[at]):
        reject(f"line {at + 1}: no length of a list")
    if not numbers.fullmatch(lines[at + 1]):
        reject(f"line {at + 2}: not integers from 0 on with one space between them")
    dependencies = list(map(int, lines[at + 1].split()))
    if len(dependencies) != int(lines[at]):
        reject(f"line {at + 2}: {len(dependencies)} numbers instead of {int(lines[at])}")
    if dependencies and max(dependencies) >= services:
        reject(f"line {at + 2}: no service from 0 to {services - 1}")
    if len(dependencies) > 1 and len(set(dependencies)) != len(dependencies):
        reject(f"line {at + 2}: a number stands there twice")
    total += len(dependencies)
if total > MAX_DEPENDENCIES:
    reject(f"more than {MAX_DEPENDENCIES} dependencies")
sys.exit(42)
