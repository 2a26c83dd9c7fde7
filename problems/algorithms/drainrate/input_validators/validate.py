#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 100_000
MAX_MESSAGES = 10**9
MAX_HOURS = 10**15


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 4 or lines[3] != b"":
    reject("not three lines, the last of which ends with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 1 to {MAX_N}")
if not re.fullmatch(rb"[1-9][0-9]{0,9}(?: [1-9][0-9]{0,9})*", lines[1]):
    reject("line 2: not positive integers with one space between them")
queues = list(map(int, lines[1].split()))
if len(queues) != int(lines[0]):
    reject(f"line 2: {len(queues)} queues instead of {int(lines[0])}")
if max(queues) > MAX_MESSAGES:
    reject(f"line 2: a queue has more than {MAX_MESSAGES} messages")
if not re.fullmatch(rb"[1-9][0-9]{0,15}", lines[2]) or int(lines[2]) > MAX_HOURS:
    reject(f"line 3: hours is no integer from 1 to {MAX_HOURS}")
sys.exit(42)
