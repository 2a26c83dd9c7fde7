import sys
from collections import deque


def fewest_hops(callees, state, budget):
    n = len(callees) - 1
    least_used = [budget + 1] * (n + 1)
    least_used[1] = 0
    queue = deque([(1, 0, 0)])
    while queue:
        here, used, hops = queue.popleft()
        if here == n:
            return hops
        for following in callees[here]:
            total = used + (state[following - 1] == "d")
            if total < least_used[following]:
                least_used[following] = total
                queue.append((following, total, hops + 1))
    return "unreachable"


n, m, budget, state, *ends = sys.stdin.read().split()
callees = [[] for _ in range(int(n) + 1)]
for x, y in zip(ends[::2], ends[1::2]):
    callees[int(x)].append(int(y))
print(fewest_hops(callees, state, int(budget)))
