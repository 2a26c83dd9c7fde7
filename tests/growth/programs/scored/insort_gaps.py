# numbers; time O(n^2); space O(n); families: reversed, random; kind: bisect.insort, a tiny constant (memmove)
from bisect import bisect_left, insort

n = int(input())
numbers = list(map(int, input().split()))

seen = []
total = 0
for x in numbers:
    i = bisect_left(seen, x)
    total += len(seen) - i
    insort(seen, x)
print(total)
