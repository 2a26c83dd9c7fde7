#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_STREAMS = 100_000
MAX_EVENTS = 300_000
LOW, HIGH = -2**31, 2**31 - 1
TIMES = re.compile(rb"(?:0|-?[1-9][0-9]{0,9})(?: (?:0|-?[1-9][0-9]{0,9}))*")
COUNT = re.compile(rb"0|[1-9][0-9]{0,5}")


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if lines.pop() != b"":
    reject("the last line does not end with a newline")
if not lines or not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]) or int(lines[0]) > MAX_STREAMS:
    reject(f"line 1: k is no integer from 1 to {MAX_STREAMS}")
if len(lines) != 1 + 2 * int(lines[0]):
    reject(f"{len(lines)} lines instead of {1 + 2 * int(lines[0])}")
total = 0
for at in range(1, len(lines), 2):
    if not COUNT.fullmatch(lines[at]):
        reject(f"line {at + 1}: not the number of events of a stream")
    count = int(lines[at])
    total += count
    if total > MAX_EVENTS:
        reject(f"line {at + 1}: more than {MAX_EVENTS} events")
    if count == 0:
        if lines[at + 1] != b"":
            reject(f"line {at + 2}: not empty, as it is for a stream without events")
        continue
    if not TIMES.fullmatch(lines[at + 1]):
        reject(f"line {at + 2}: not integers with one space between them")
    times = list(map(int, lines[at + 1].split()))
    if len(times) != count:
        reject(f"line {at + 2}: {len(times)} times instead of {count}")
    if any(map(int.__gt__, times, times[1:])):
        reject(f"line {at + 2}: not sorted")
    if times[0] < LOW or times[-1] > HIGH:
        reject(f"line {at + 2}: a time does not fit into 32 bits")
sys.exit(42)
