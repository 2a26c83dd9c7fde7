#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_NODES = 300_000
MAX_LINKS = 300_000
MAX_TIME = 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) < 3 or lines[-1] != b"":
    reject("fewer than two lines, or the last does not end with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_NODES:
    reject(f"line 1: nodes is no integer from 1 to {MAX_NODES}")
if not re.fullmatch(rb"0|[1-9][0-9]{0,5}", lines[1]) or int(lines[1]) > MAX_LINKS:
    reject(f"line 2: the number of links is no integer from 0 to {MAX_LINKS}")
nodes, count = int(lines[0]), int(lines[1])
if len(lines) != 3 + 2 * count:
    reject(f"{len(lines) - 3} lines behind the second instead of {2 * count}")
if lines[2:-1:2] != [b"3"] * count:
    reject("the length of a link is not 3")
link = re.compile(rb"(0|[1-9][0-9]{0,9}) (0|[1-9][0-9]{0,5}) (0|[1-9][0-9]{0,5})")
for number, line in enumerate(lines[3::2]):
    match = link.fullmatch(line)
    if not match:
        reject(f"line {4 + 2 * number}: not three integers from 0 on with one space between them")
    time, a, b = map(int, match.groups())
    if time > MAX_TIME:
        reject(f"line {4 + 2 * number}: the time is above {MAX_TIME}")
    if a >= nodes or b >= nodes:
        reject(f"line {4 + 2 * number}: no node from 0 to {nodes - 1}")
    if a == b:
        reject(f"line {4 + 2 * number}: a link from a node to itself")
sys.exit(42)
