# numbers; time O(n); space O(n); kind: hash map
import sys
from collections import Counter

sys.stdin.readline()
counts = Counter(int(x) for x in sys.stdin.readline().split())
number, times = max(counts.items(), key=lambda item: (item[1], -item[0]))
print(number, times)
