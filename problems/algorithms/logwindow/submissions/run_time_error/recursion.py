# Crash: one call a line; Python gives up at about 1,000 calls, once the log is longer.
import sys

_, k, *names = sys.stdin.read().split()


def search(left, right, count, best):
    if right == len(names):
        return best
    count[names[right]] = count.get(names[right], 0) + 1
    while len(count) > int(k):
        count[names[left]] -= 1
        if count[names[left]] == 0:
            del count[names[left]]
        left += 1
    if right - left + 1 > best[1]:
        best = (left + 1, right - left + 1)
    return search(left, right + 1, count, best)


print(*search(0, 0, {}, (0, 0)))
