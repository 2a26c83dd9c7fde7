# Crash: looks for the target depth-first, one Python call a hop; the limit is about 1,000.
import sys

n, m, budget, state, *ends = sys.stdin.read().split()
n, budget = int(n), int(budget)
callees = [[] for _ in range(n + 1)]
for x, y in zip(ends[::2], ends[1::2]):
    callees[int(x)].append(int(y))


def within(here, used, hops):
    """Whether n can be reached from here in at most so many further hops."""
    if here == n:
        return True
    if hops <= failed.get((here, used), -1):
        return False
    for following in callees[here]:
        total = used + (state[following - 1] == "d")
        if hops > 0 and total <= budget and within(following, total, hops - 1):
            return True
    failed[here, used] = hops
    return False


answer = "unreachable"
failed = {}
if within(1, 0, (budget + 1) * n):
    low, high = 0, (budget + 1) * n
    while low < high:
        middle = (low + high) // 2
        failed = {}
        if within(1, 0, middle):
            high = middle
        else:
            low = middle + 1
    answer = low
print(answer)
