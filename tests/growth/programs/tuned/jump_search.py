# numbers; time O(n sqrt n); space O(n); kind: steps of the root in a sorted list
import math
import sys


def find(ordered, x, step):
    block = 0
    while block + step < len(ordered) and ordered[block + step] <= x:
        block += step
    while block < len(ordered) and ordered[block] < x:
        block += 1
    return block


numbers = list(map(int, sys.stdin.read().split()[1:]))
ordered = sorted(numbers)
step = max(1, math.isqrt(len(numbers)))
print(sum(find(ordered, x, step) for x in numbers))
