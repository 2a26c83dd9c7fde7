# Mistake: counts services that have left the block, because a count of 0 stays in the table; 10-ties.
import sys

_, k, *names = sys.stdin.read().split()
count = {}
left = best_left = best_length = 0
for right, name in enumerate(names):
    count[name] = count.get(name, 0) + 1
    while len(count) > int(k) and left < right:
        count[names[left]] -= 1
        left += 1
    if right - left + 1 > best_length:
        best_left, best_length = left, right - left + 1
print(best_left + 1, best_length)
