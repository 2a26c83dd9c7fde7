#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_CALLS = 100_000
MAX_TIME = 10**9


def reject(reason):
    print(reason)
    sys.exit(43)


lines = sys.stdin.buffer.read().split(b"\n")
if len(lines) != 3 or lines[2] != b"":
    reject("not two lines, the last of which ends with a newline")
if not re.fullmatch(rb"[1-9][0-9]{0,5}", lines[0]):
    reject("line 1: no positive number of tokens")
tokens = lines[1].split(b" ")
if len(tokens) != int(lines[0]):
    reject(f"line 2: {len(tokens)} tokens instead of {int(lines[0])}")
if tokens[0] == b"null" or tokens[-1] == b"null":
    reject("line 2: the root is missing, or the last token is null")
form = re.compile(rb"null|0|-?[1-9][0-9]{0,9}")
calls, places = 0, 1  # places: for the tokens that may still come
for number, token in enumerate(tokens, 1):
    if not form.fullmatch(token):
        reject(f"line 2: token {number} is neither null nor an integer")
    if places == 0:
        reject(f"line 2: token {number} has no place in the tree")
    places -= 1
    if token != b"null":
        calls += 1
        places += 2
        if abs(int(token)) > MAX_TIME:
            reject(f"line 2: token {number} is not from {-MAX_TIME} to {MAX_TIME}")
if calls > MAX_CALLS:
    reject(f"line 2: {calls} calls are more than {MAX_CALLS}")
sys.exit(42)
