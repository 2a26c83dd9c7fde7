#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_N = 400_000
MAX_LATENCY = 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 3 or lines[2] != b"":
    reject("not two lines, the last of which ends with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_N:
    reject(f"line 1: n is no integer from 1 to {MAX_N}")
if not re.fullmatch(rb"(?:0|[1-9][0-9]{0,9})(?: (?:0|[1-9][0-9]{0,9}))*", lines[1]):
    reject("line 2: not integers from 0 with one space between them")
latencies = list(map(int, lines[1].split()))
if len(latencies) != int(lines[0]):
    reject(f"line 2: {len(latencies)} latencies instead of {int(lines[0])}")
if max(latencies) > MAX_LATENCY:
    reject(f"line 2: a latency is above {MAX_LATENCY}")
sys.exit(42)
