# Mistake: takes every call for two-way; 07-wrong-direction.
import sys
from collections import deque

n, m, budget, state, *ends = sys.stdin.read().split()
n, budget = int(n), int(budget)
callees = [[] for _ in range(n + 1)]
for x, y in zip(ends[::2], ends[1::2]):
    callees[int(x)].append(int(y))
    callees[int(y)].append(int(x))
least_used = [budget + 1] * (n + 1)
least_used[1] = 0
queue = deque([(1, 0, 0)])
answer = "unreachable"
while queue:
    here, used, hops = queue.popleft()
    if here == n:
        answer = hops
        break
    for following in callees[here]:
        total = used + (state[following - 1] == "d")
        if total < least_used[following]:
            least_used[following] = total
            queue.append((following, total, hops + 1))
print(answer)
