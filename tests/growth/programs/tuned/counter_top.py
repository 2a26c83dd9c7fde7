# words; time O(n); space O(n); kind: Counter, the ten most common
import sys
from collections import Counter

words = sys.stdin.read().split()[1:]
counts = Counter(words)
lengths = Counter(map(len, words))
for word, count in counts.most_common(10):
    print(word, count)
print(lengths.most_common(1)[0][0])
