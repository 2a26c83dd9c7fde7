# numbers; time O(n^2); space O(n); families: reversed, random; kind: a quadratic with a tiny constant (memmove)
from bisect import insort
import sys

window = []
total = 0
for x in map(int, sys.stdin.read().split()[1:]):
    insort(window, x)
    total += window[len(window) // 2]
print(total)
