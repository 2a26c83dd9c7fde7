#!/usr/bin/env python3
"""Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason."""
import re
import sys

MAX_SITES = 200_000
MAX_LINKS = 200_000
MAX_PRICE = 10**9
LINK = rb"(?:0|[1-9][0-9]{0,5}) (?:0|[1-9][0-9]{0,5}) (?:0|[1-9][0-9]{0,9})"
NUMBER = re.compile(rb"0|[1-9][0-9]{0,5}")


def reject(reason):
    print(reason)
    sys.exit(43)


def number(text, at, low, high):
    if not NUMBER.fullmatch(text) or not low <= int(text) <= high:
        reject(f"line {at}: no integer from {low} to {high}")
    return int(text)


lines = sys.stdin.buffer.read().split(b"\n")
if lines.pop() != b"":
    reject("the last line does not end with a newline")
if len(lines) < 4:
    reject("fewer than four lines")
sites = number(lines[0], 1, 1, MAX_SITES)
count = number(lines[1], 2, 0, MAX_LINKS)
if len(lines) != 4 + 2 * count:
    reject(f"{len(lines)} lines instead of {4 + 2 * count}")
if any(line != b"3" for line in lines[2:-2:2]):
    reject("the length of a link is not 3")
links = lines[3:-2:2]
if not re.fullmatch(rb"(?:" + LINK + rb"\n)*", b"\n".join(links + [b""])):
    bad = next(at for at, link in enumerate(links) if not re.fullmatch(LINK, link))
    reject(f"line {2 * bad + 4}: not three integers from 0 with one space between them")
numbers = list(map(int, b" ".join(links).split()))
for of, what, bound in ((0, "from", sites - 1), (1, "to", sites - 1), (2, "price", MAX_PRICE)):
    if max(numbers[of::3], default=0) > bound:
        reject(f"a link: '{what}' is above {bound}")
number(lines[-2], len(lines) - 1, 0, sites - 1)
number(lines[-1], len(lines), 0, sites - 1)
sys.exit(42)
