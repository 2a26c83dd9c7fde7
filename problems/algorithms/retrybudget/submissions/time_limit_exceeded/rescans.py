# Slow: goes through all m calls for every hop, O(n m b).
import sys

n, m, budget, state, *ends = sys.stdin.read().split()
n, budget = int(n), int(budget)
calls = [(int(x), int(y), state[int(y) - 1] == "d") for x, y in zip(ends[::2], ends[1::2])]
reached = {(1, 0)}
latest = {(1, 0)}
hops = 0
while latest and all(service != n for service, _ in latest):
    hops += 1
    following = set()
    for x, y, retry in calls:
        for used in range(budget + 1 - retry):
            if (x, used) in latest and (y, used + retry) not in reached:
                following.add((y, used + retry))
    reached |= following
    latest = following
print(hops if latest else "unreachable")
