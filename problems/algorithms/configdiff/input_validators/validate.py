#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_LINES = 1500
LINE = re.compile(rb'"[ !#-\[\]-~]{0,60}"')

lines = sys.stdin.buffer.read().split(b"\n")
at = 0


def reject(reason):
    print(reason)
    sys.exit(43)


def take():
    global at
    if at + 1 >= len(lines):
        reject(f"line {at + 1} is missing, or does not end with a newline")
    at += 1
    return lines[at - 1]


def configuration():
    count = take()
    if not re.fullmatch(rb"0|[1-9][0-9]{0,3}", count) or int(count) > MAX_LINES:
        reject(f"line {at}: no integer from 0 to {MAX_LINES}")
    for _ in range(int(count)):
        if not LINE.fullmatch(take()):
            reject(f"line {at}: not at most 60 characters that are allowed, in quotation marks")
    return int(count)


if configuration() + configuration() == 0:
    reject("both configurations are empty")
if at + 1 != len(lines) or lines[at] != b"":
    reject(f"line {at + 1}: something follows the second configuration")
sys.exit(42)
