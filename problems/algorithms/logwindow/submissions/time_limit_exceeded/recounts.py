# Slow: two pointers, but the services of the block are counted anew at every step, O(n * length).
import sys

_, k, *names = sys.stdin.read().split()
left = best_left = best_length = 0
for right in range(len(names)):
    while len(set(names[left:right + 1])) > int(k):
        left += 1
    if right - left + 1 > best_length:
        best_left, best_length = left, right - left + 1
print(best_left + 1, best_length)
