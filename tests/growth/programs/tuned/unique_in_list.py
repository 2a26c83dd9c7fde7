# numbers; time O(n^2); space O(n); families: distinct, random; kind: `in` on a list
import sys

unique = []
for x in sys.stdin.read().split()[1:]:
    if x not in unique:
        unique.append(x)
print(len(unique))
